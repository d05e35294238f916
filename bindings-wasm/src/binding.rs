//! [`Binding`]: what the JavaScript half holds.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{Either, select};
use interserver::data::{self, Datum, TicketsData};
use interserver::records::{Module, ServiceStatus};
use interserver::{Call, Client, Error, OrderMark, Upserted, WaitOptions};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use crate::args;
use crate::args::{Args, Fields, FromJs, plain};
use crate::failure::thrown;
use crate::host::{JsHost, JsTask, Task};
use crate::json::{self, Json};
use crate::settings::{self, Time};

type Answer = Result<String, Error>;

/// A client, for the JavaScript half.
#[wasm_bindgen]
pub struct Binding(Client);

/// Runs a job unless the caller gives it up first: then the job is dropped, which ends it, and
/// the promise is rejected with nothing, for JavaScript knows the reason.
fn promise(work: impl Future<Output = Answer> + 'static, signal: Option<JsTask>) -> Promise {
    // Boxed, so that what follows is compiled once and not for each job.
    boxed_promise(Box::pin(work), signal)
}

fn boxed_promise(work: Pin<Box<dyn Future<Output = Answer>>>, signal: Option<JsTask>) -> Promise {
    future_to_promise(async move {
        let result = match signal {
            None => work.await,
            Some(signal) => match select(work, Task::new(signal)).await {
                Either::Left((result, _)) => result,
                Either::Right(_) => return Err(JsValue::UNDEFINED),
            },
        };
        match result {
            Ok(text) => Ok(JsValue::from_str(&text)),
            Err(error) => Err(thrown(&error)),
        }
    })
}

fn word(name: &str, value: &JsValue) -> Result<String, Error> {
    FromJs::from_js(value).map_err(|mismatch: args::Mismatch| mismatch.named(name))
}

fn number(name: &str, value: &JsValue) -> Result<i64, Error> {
    FromJs::from_js(value).map_err(|mismatch: args::Mismatch| mismatch.named(name))
}

#[wasm_bindgen]
impl Binding {
    /// Makes a client; throws if a setting is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue, host: JsHost, seed: f64) -> Result<Binding, JsValue> {
        // There is no chance in WebAssembly; without this, all clients would pause alike.
        fastrand::seed(seed.to_bits());
        settings::client(options, host)
            .map(Binding)
            .map_err(|error| thrown(&error))
    }

    /// The address of the API.
    pub fn endpoint(&self) -> String {
        self.0.endpoint().to_owned()
    }

    /// The session id, once there is one.
    pub fn session(&self) -> Option<String> {
        self.0.session().map(interserver::Secret::into_exposed)
    }

    /// Logs in now.
    pub fn authenticate(&self, signal: Option<JsTask>) -> Promise {
        let client = self.0.clone();
        promise(
            async move { client.authenticate().await.map(|()| json::text(&())) },
            signal,
        )
    }

    /// Calls an operation by its wire name.
    pub fn invoke(
        &self,
        wire: &str,
        given: Array,
        options: JsValue,
        signal: Option<JsTask>,
    ) -> Promise {
        let prepared = self.prepare(wire, given, options).map_err(|error| {
            let known = interserver::meta::operation(wire).map_or("", |operation| operation.wire);
            error.with_operation(known)
        });
        promise(async move { Ok(json::text(&prepared?.await?)) }, signal)
    }

    fn prepare(&self, wire: &str, given: Array, options: JsValue) -> Result<Call<Datum>, Error> {
        let operation = interserver::meta::operation(wire)
            .ok_or_else(|| Error::invalid("operation", "is not known to this version"))?;
        let mut args = Args::new(given, options)?;
        let values = args.values(operation.params)?;
        let mut call = self.0.invoke(operation, values);
        let wishes = args.wishes()?;
        if let Some(Time(timeout)) = wishes.timeout {
            call = call.timeout(timeout);
        }
        if let Some(lossy) = wishes.lossy {
            call = call.allow_lossy_text(lossy);
        }
        Ok(call)
    }

    /// The raw door.
    pub fn call(
        &self,
        wire: &str,
        arguments: JsValue,
        options: JsValue,
        signal: Option<JsTask>,
    ) -> Promise {
        let call = self.raw(wire, arguments, options);
        promise(async move { Ok(json::text(&call?.await?)) }, signal)
    }

    fn raw(
        &self,
        wire: &str,
        arguments: JsValue,
        options: JsValue,
    ) -> Result<interserver::RawCall, Error> {
        let mut call = self.0.call(wire, plain(arguments)?);
        let mut args = Args::new(Array::new(), options)?;
        if args.option("with_session")?.unwrap_or(false) {
            call = call.with_session();
        }
        let wishes = args.wishes()?;
        if let Some(Time(timeout)) = wishes.timeout {
            call = call.timeout(timeout);
        }
        if let Some(lossy) = wishes.lossy {
            call = call.allow_lossy_text(lossy);
        }
        Ok(call)
    }

    /// Every service of the account.
    pub fn inventory(&self, signal: Option<JsTask>) -> Promise {
        let client = self.0.clone();
        promise(
            async move { Ok(json::text(&client.inventory().await?)) },
            signal,
        )
    }

    /// Waits until a VPS is in a state.
    #[wasm_bindgen(js_name = waitFor)]
    pub fn wait_for(
        &self,
        id: JsValue,
        state: JsValue,
        options: JsValue,
        signal: Option<JsTask>,
    ) -> Promise {
        let (client, options) = (self.0.clone(), wait_options(options));
        promise(
            async move {
                let id = number("id", &id)?;
                let state = word("state", &state)?;
                let found = data::wait_for(&client, id, &state, options?).await?;
                Ok(json::text(&found))
            },
            signal,
        )
    }

    /// Marks the moment before an order.
    #[wasm_bindgen(js_name = orderMark)]
    pub fn order_mark(&self, signal: Option<JsTask>) -> Promise {
        let client = self.0.clone();
        promise(
            async move {
                match data::order_mark(&client).await? {
                    OrderMark::AfterId(id) => Ok(json::text(&id)),
                    _ => Err(Error::invalid(
                        "mark",
                        "is of a kind this version does not know",
                    )),
                }
            },
            signal,
        )
    }

    /// Looks whether an order arrived.
    #[wasm_bindgen(js_name = findOrder)]
    pub fn find_order(&self, order: JsValue, since: JsValue, signal: Option<JsTask>) -> Promise {
        let client = self.0.clone();
        promise(
            async move {
                let order = args::input("order", data::ORDER, order)?;
                let found = data::find_order(&client, &order, number("since", &since)?).await?;
                Ok(json::text(&found))
            },
            signal,
        )
    }

    /// Updates or adds a record.
    #[wasm_bindgen(js_name = upsertRecord)]
    pub fn upsert_record(&self, zone: JsValue, draft: JsValue, signal: Option<JsTask>) -> Promise {
        let client = self.0.clone();
        promise(
            async move {
                let draft = args::input("record", data::DRAFT, draft)?;
                let done = data::upsert_record(&client, number("zone", &zone)?, draft).await?;
                Ok(json::text(&done))
            },
            signal,
        )
    }

    /// Finds a zone by its name.
    #[wasm_bindgen(js_name = findZone)]
    pub fn find_zone(
        &self,
        name: String,
        first: JsValue,
        last: JsValue,
        signal: Option<JsTask>,
    ) -> Promise {
        let client = self.0.clone();
        promise(
            async move {
                let numbers = number("first", &first)?..=number("last", &last)?;
                Ok(json::text(&data::find_zone(&client, &name, numbers).await?))
            },
            signal,
        )
    }

    /// Goes through the tickets.
    pub fn tickets(&self, status: Option<String>) -> TicketWalk {
        let tickets = TicketsData::new(&self.0, status);
        TicketWalk(Rc::new(RefCell::new(Some(tickets))))
    }
}

/// A walk through the tickets, for the JavaScript half.
#[wasm_bindgen]
pub struct TicketWalk(Rc<RefCell<Option<TicketsData>>>);

#[wasm_bindgen]
impl TicketWalk {
    /// The next ticket, or null after the last.
    pub fn next(&self, signal: Option<JsTask>) -> Promise {
        let place = Rc::clone(&self.0);
        promise(
            async move {
                // An async generator asks for one at a time.
                let mut tickets = place
                    .take()
                    .ok_or_else(|| Error::invalid("next", "is under way already"))?;
                let next = tickets.next().await;
                place.replace(Some(tickets));
                Ok(json::text(&next?))
            },
            signal,
        )
    }
}

fn wait_options(options: JsValue) -> Result<WaitOptions, Error> {
    let mut fields = Fields::new(options).map_err(|mismatch| mismatch.named("options"))?;
    let mut wait = WaitOptions::default();
    let mut set = |name: &str, place: &mut Duration| {
        if let Some(Time(time)) = fields.take(name)? {
            *place = time;
        }
        Ok(())
    };
    set("deadline_ms", &mut wait.deadline)?;
    set("pause_ms", &mut wait.pause)?;
    set("longest_pause_ms", &mut wait.longest_pause)?;
    set("settle_ms", &mut wait.settle)?;
    fields.skip("signal");
    fields.finish(&["no option of waiting"])?;
    Ok(wait)
}

impl Json for Upserted {
    fn write(&self, out: &mut String) {
        let action = match self {
            Self::Added(_) => "added",
            Self::Updated(_) => "updated",
            _ => "unchanged",
        };
        json::key(out, true, "action");
        action.write(out);
        json::key(out, false, "id");
        self.id().write(out);
        out.push('}');
    }
}

impl Json for Module {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

impl Json for ServiceStatus {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

macro_rules! objects {
    ($($type:ty { $first:ident $(, $field:ident)* })*) => {$(
        impl Json for $type {
            fn write(&self, out: &mut String) {
                json::key(out, true, stringify!($first));
                self.$first.write(out);
                $(
                    json::key(out, false, stringify!($field));
                    self.$field.write(out);
                )*
                out.push('}');
            }
        }
    )*};
}

objects! {
    interserver::Inventory { items, failures }
    interserver::InventoryItem {
        module, id, label, status, server_status, ip, service_type, order_date
    }
    interserver::InventoryFailure { module, error }
    data::FoundOrderData { vps, invoices }
}
