//! The settings of `new Client({ … })`, as the core's builder takes them.

use std::sync::Arc;
use std::time::Duration;

use interserver::{Client, Error, Limits, RetryPolicy, Secret};
use wasm_bindgen::JsValue;

use crate::args::{Fields, FromJs, Mismatch};
use crate::host::{Host, JsHost};

/// What a `fetch` keeps to itself, and so cannot be set here.
const OUT_OF_REACH: &[(&str, &str)] = &[
    (
        "proxy",
        "connections are made by `fetch`, which has its own",
    ),
    ("certificate_authority", "TLS is that of `fetch`"),
    (
        "connect_timeout_ms",
        "`fetch` does not say when it has connected; `timeoutMs` covers it",
    ),
    (
        "read_timeout_ms",
        "`fetch` keeps it to itself; `timeoutMs` covers it",
    ),
];

pub(crate) fn client(options: JsValue, host: JsHost) -> Result<Client, Error> {
    build(options, host).map_err(|error| match error.kind() {
        interserver::ErrorKind::InvalidArgument => Error::configuration(error.message()),
        _ => error,
    })
}

fn build(options: JsValue, host: JsHost) -> Result<Client, Error> {
    let mut options = Fields::new(options).map_err(|mismatch| mismatch.named("options"))?;
    let mut builder = Client::builder();
    macro_rules! set {
        ($($name:literal as $type:ty => |$builder:ident, $value:ident| $set:expr;)*) => {$(
            if let Some($value) = options.take::<$type>($name)? {
                let $builder = builder;
                builder = $set;
            }
        )*};
    }
    set! {
        "session" as Secret => |builder, id| builder.session(id);
        "endpoint" as String => |builder, url| builder.endpoint(url);
        "timeout_ms" as Time => |builder, time| builder.timeout(time.0);
        "concurrency" as Count => |builder, count| builder.concurrency(count.0);
        "session_proven_for_ms" as Time => |builder, time| builder.session_proven_for(time.0);
        "allow_lossy_text" as bool => |builder, allow| builder.allow_lossy_text(allow);
        "user_agent_suffix" as String => |builder, text| builder.user_agent_suffix(&text);
        "retry" as Retry => |builder, retry| builder.retry(retry.0);
    }
    let limits = options.take::<LimitsOption>("limits")?;
    let mut limits = limits.map_or_else(Limits::default, |limits| limits.0);
    // `fetch` gives bodies decompressed, so there is one size, not two.
    limits.compressed_body = limits.body;
    builder = builder.limits(limits);
    let username: Option<String> = options.take("username")?;
    let password: Option<Secret> = options.take("password")?;
    builder = match (username, password) {
        (Some(username), Some(password)) => builder.credentials(username, password),
        (None, None) => builder,
        (Some(_), None) => return Err(Error::configuration("`password` is missing")),
        (None, Some(_)) => return Err(Error::configuration("`username` is missing")),
    };
    for (name, why) in OUT_OF_REACH {
        if options.take::<Anything>(name)?.is_some() {
            let name = crate::names::camel(name);
            return Err(Error::configuration(format!(
                "`{name}` cannot be set here: {why}"
            )));
        }
    }
    options.skip("fetch");
    options.skip("clock");
    options.finish(&["no setting of the client"])?;
    builder.transport(Arc::new(Host(host))).build()
}

/// A length of time in milliseconds.
pub(crate) struct Time(pub(crate) Duration);

impl Time {
    pub(crate) fn new(milliseconds: f64) -> Option<Self> {
        Duration::try_from_secs_f64(milliseconds / 1000.0)
            .ok()
            .map(Self)
    }
}

impl FromJs for Time {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        value
            .as_f64()
            .and_then(Self::new)
            .ok_or(Mismatch::MustBe("a number of milliseconds from 0 up"))
    }
}

struct Count(usize);

impl FromJs for Count {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        i64::from_js(value)
            .ok()
            .and_then(|count| usize::try_from(count).ok())
            .map(Self)
            .ok_or(Mismatch::MustBe("a whole number from 0 up"))
    }
}

struct Anything;

impl FromJs for Anything {
    fn from_js(_: &JsValue) -> Result<Self, Mismatch> {
        Ok(Self)
    }
}

struct Retry(RetryPolicy);

impl FromJs for Retry {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        let mut fields = Fields::new(value.clone())?;
        let read = |fields: &mut Fields| {
            let mut policy = RetryPolicy::default();
            if let Some(Count(attempts)) = fields.take("attempts")? {
                policy.attempts = u32::try_from(attempts).unwrap_or(u32::MAX);
            }
            if let Some(Time(pause)) = fields.take("pause_ms")? {
                policy.pause = pause;
            }
            if let Some(Time(pause)) = fields.take("longest_pause_ms")? {
                policy.longest_pause = pause;
            }
            if let Some(budget) = fields.take("budget")? {
                policy.budget = budget;
            }
            Ok(Self(policy))
        };
        let policy = read(&mut fields).map_err(Mismatch::Inside)?;
        fields
            .finish(&["no setting of `retry`"])
            .map_err(Mismatch::Inside)?;
        Ok(policy)
    }
}

struct LimitsOption(Limits);

impl FromJs for LimitsOption {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        let mut fields = Fields::new(value.clone())?;
        let read = |fields: &mut Fields| {
            let mut limits = Limits::default();
            let mut set = |name: &str, limit: &mut usize| {
                if let Some(Count(count)) = fields.take(name)? {
                    *limit = count;
                }
                Ok(())
            };
            set("body", &mut limits.body)?;
            set("depth", &mut limits.depth)?;
            set("attributes", &mut limits.attributes)?;
            set("nodes", &mut limits.nodes)?;
            set("references", &mut limits.references)?;
            Ok(Self(limits))
        };
        let limits = read(&mut fields).map_err(Mismatch::Inside)?;
        for name in ["compressed_body", "ratio", "ratio_from"] {
            let given: Option<Anything> = fields.take(name).map_err(Mismatch::Inside)?;
            if given.is_some() {
                let name = crate::names::camel(name);
                return Err(Mismatch::Inside(Error::configuration(format!(
                    "`limits.{name}` cannot be set here: `fetch` gives bodies decompressed; \
                     `limits.body` bounds them"
                ))));
            }
        }
        fields
            .finish(&["no setting of `limits`"])
            .map_err(Mismatch::Inside)?;
        Ok(limits)
    }
}
