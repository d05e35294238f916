//! What a call costs apart from the network: envelope out, answer in.
//!
//! `docs/performance.md` holds the numbers and says how to read them. Ratios count, not times:
//! the decoder is held against a bare scan of the same bytes by the XML library beneath it.

#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]
#![allow(clippy::print_stdout, reason = "it prints what it measured")]

use std::hint::black_box;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use interserver::transport::{BoxFuture, Request, Response, Transport, TransportError};
use interserver::{Client, Invoice, Limits};
use quick_xml::events::Event;

/// Answers each request with the body that was laid ready for it, at once.
#[derive(Default)]
struct Laid(Mutex<Vec<u8>>);

impl Transport for Laid {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let response = Response {
            status: 200,
            headers: Vec::new(),
            body: std::mem::take(&mut *self.0.lock().unwrap()),
        };
        Box::pin(std::future::ready(Ok(response)))
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }

    fn alarm(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

fn client(transport: &Arc<Laid>) -> Client {
    let limits = Limits {
        compressed_body: 1 << 30,
        body: 1 << 30,
        nodes: 100_000_000,
        ..Limits::default()
    };
    Client::builder()
        .session("1400d4e56fe72cd483fb5d5328fb2779")
        .endpoint("http://127.0.0.1/api.php")
        .limits(limits)
        .transport(Arc::clone(transport) as Arc<dyn Transport>)
        .build()
        .unwrap()
}

/// A list of invoices as NuSOAP writes it, with a Latin-1 letter in every row.
fn invoices(rows: usize) -> Vec<u8> {
    let recorded = include_bytes!("../../tests/vectors/responses/api_vps_get_client_invoices.xml");
    let find = |needle: &[u8]| {
        recorded
            .windows(needle.len())
            .position(|w| w == needle)
            .unwrap()
    };
    let (first, second) = (find(b"<item"), find(b"</item>") + b"</item>".len());
    let tail = find(b"</return>");
    let mut body = recorded[..first].to_vec();
    for _ in 0..rows {
        body.extend_from_slice(&recorded[first..second]);
    }
    body.extend_from_slice(&recorded[tail..]);
    body
}

/// Reads every event of a document and looks at nothing.
fn scan(text: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut events = 0;
    while !matches!(reader.read_event().unwrap(), Event::Eof) {
        events += 1;
    }
    events
}

/// Looks at every field of a row.
fn read(invoice: &Invoice) -> usize {
    let texts = [&invoice.description, &invoice.currency];
    let numbers = [
        Some(invoice.id),
        invoice.custid,
        invoice.invoice_type,
        invoice.group,
        invoice.extra,
        invoice.service,
    ];
    let times = [invoice.date, invoice.due_date];
    black_box((
        &invoice.amount,
        &invoice.module,
        invoice.paid,
        invoice.deleted,
        numbers,
        times,
    ));
    texts.into_iter().flatten().map(String::len).sum()
}

fn small_call(c: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let recorded = include_bytes!("../../tests/vectors/responses/api_vps_get_service.xml").to_vec();
    let transport = Arc::<Laid>::default();
    let client = client(&transport);
    c.bench_function("small call: encode, decode", |b| {
        b.iter_batched(
            || *transport.0.lock().unwrap() = recorded.clone(),
            |()| {
                runtime
                    .block_on(client.vps().get(10_000).into_future())
                    .unwrap()
            },
            BatchSize::PerIteration,
        );
    });
    c.bench_function("construct a client without TLS", |b| {
        b.iter(|| {
            Client::builder()
                .credentials("you@example.com", "secret")
                .transport(Arc::<Laid>::default())
                .build()
                .unwrap()
        });
    });
    c.bench_function("construct a client", |b| {
        b.iter(|| {
            Client::builder()
                .credentials("you@example.com", "secret")
                .build()
                .unwrap()
        });
    });
}

fn lists(c: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let mut group = c.benchmark_group("invoices");
    group.sample_size(10);
    for rows in [10, 100, 1_000, 10_000, 100_000] {
        let body = invoices(rows);
        let text: String = body.iter().map(|&byte| char::from(byte)).collect();
        let transport = Arc::<Laid>::default();
        let client = client(&transport);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_with_input(BenchmarkId::new("bare scan", rows), &text, |b, text| {
            b.iter(|| scan(black_box(text)));
        });
        group.bench_function(BenchmarkId::new("records", rows), |b| {
            b.iter_batched(
                || *transport.0.lock().unwrap() = body.clone(),
                |()| {
                    let call = client.vps().invoices().into_future();
                    let invoices = runtime.block_on(call).unwrap();
                    assert_eq!(invoices.len(), rows);
                    invoices.iter().map(read).sum::<usize>()
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// The speed of records as a part of the bare scan's, from pairs of runs that follow each other: on
/// a machine that others use too, only what was measured in the same moment can be compared.
fn pairs(_: &mut Criterion) {
    const PAIRS: usize = 31;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    for rows in [10, 100, 1_000, 10_000, 100_000] {
        let body = invoices(rows);
        let text: String = body.iter().map(|&byte| char::from(byte)).collect();
        let transport = Arc::<Laid>::default();
        let client = client(&transport);
        // Short runs are repeated, so that the clock can tell them apart.
        let times = (20_000 / rows).max(1);
        let mut ratios: Vec<f64> = (0..PAIRS)
            .map(|_| {
                let mut bodies = vec![body.clone(); times];
                let started = Instant::now();
                for _ in 0..times {
                    black_box(scan(black_box(&text)));
                }
                let scanned = started.elapsed();
                let mut decoded = Duration::ZERO;
                while let Some(body) = bodies.pop() {
                    *transport.0.lock().unwrap() = body;
                    let started = Instant::now();
                    let call = client.vps().invoices().into_future();
                    let invoices = runtime.block_on(call).unwrap();
                    black_box(invoices.iter().map(read).sum::<usize>());
                    decoded += started.elapsed();
                }
                scanned.as_secs_f64() / decoded.as_secs_f64()
            })
            .collect();
        ratios.sort_by(f64::total_cmp);
        println!(
            "{rows:>6} rows: records at {:.2} of the bare scan's speed (median of {PAIRS} pairs; \
             quartiles {:.2} and {:.2})",
            ratios[PAIRS / 2],
            ratios[PAIRS / 4],
            ratios[PAIRS * 3 / 4]
        );
    }
}

criterion_group!(benches, small_call, lists, pairs);
criterion_main!(benches);
