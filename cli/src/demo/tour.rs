//! The stations that move no money: log in, look around, restart, DNS, support, cancel.

use std::net::Ipv4Addr;
use std::time::Duration;

use interserver::{
    Client, DnsRecordDraft, DnsType, Module, ServerStatus, ServiceStatus, TicketDraft, Upserted,
    WaitOptions,
};

use super::money::Bought;
use super::screen::{Screen, cell};
use super::{ensure, expect};
use crate::failure::Failure;

pub(super) async fn log_in(screen: &Screen, client: &Client) -> Result<(), Failure> {
    screen.station("Log in", "client.authenticate()")?;
    client.authenticate().await?;
    let session = expect(client.session(), "session")?;
    screen.good(format_args!(
        "session {session} (a secret shows only to those who ask for it)"
    ))?;
    Ok(())
}

pub(super) async fn look_around(screen: &Screen, client: &Client) -> Result<(), Failure> {
    screen.station("List the services of every module", "client.inventory()")?;
    let inventory = client.inventory().await?;
    if let Some(failure) = inventory.failures.first() {
        return Err(failure.error.clone().into());
    }
    for module in Module::KNOWN {
        let has_some = inventory.items.iter().any(|item| item.module == *module);
        ensure(has_some, format!("the module {module} is empty"))?;
    }
    screen.good(format_args!(
        "{} services of {} modules, asked for at the same time",
        inventory.items.len(),
        Module::KNOWN.len()
    ))?;
    let rows = inventory.items.iter().map(|item| {
        vec![
            item.module.to_string(),
            item.id.to_string(),
            cell(item.label.as_ref()),
            cell(item.status.as_ref()),
            cell(item.server_status.as_ref()),
            cell(item.ip.as_ref()),
        ]
    });
    screen.table(&["MODULE", "ID", "NAME", "STATUS", "STATE", "IP"], rows)?;
    Ok(())
}

/// The sandbox restarts in seconds, so the looks come quickly.
fn soon() -> WaitOptions {
    WaitOptions {
        deadline: Duration::from_secs(30),
        pause: Duration::from_millis(100),
        longest_pause: Duration::from_millis(400),
        settle: Duration::ZERO,
    }
}

pub(super) async fn restart(screen: &Screen, client: &Client) -> Result<(), Failure> {
    screen.station(
        "Restart a VPS and see its state leave and come back",
        "client.vps().restart(id), client.vps().wait_for(id, state, options)",
    )?;
    let vps = client.vps();
    let list = vps.list().await?;
    let running = list.iter().find(|vps| {
        vps.status == Some(ServiceStatus::Active)
            && vps.server_status == Some(ServerStatus::Running)
    });
    let id = expect(running, "running VPS")?.id;
    let before = vps.get(id).await?;
    vps.restart(id).await?;
    screen.good(format_args!(
        "VPS {id} ({}) is {}: the restart is queued",
        cell(before.hostname.as_ref()),
        cell(before.server_status.as_ref())
    ))?;
    for state in [ServerStatus::Restarting, ServerStatus::Running] {
        let now = vps.wait_for(id, state, soon()).await?;
        screen.good(format_args!(
            "VPS {id} is {}",
            cell(now.server_status.as_ref())
        ))?;
    }
    Ok(())
}

pub(super) async fn read_the_catalogue(screen: &Screen, client: &Client) -> Result<(), Failure> {
    screen.station(
        "Read what there is to buy",
        "client.vps().templates(), locations(), slice_types(), client.licenses().types()",
    )?;
    let vps = client.vps();
    let templates = vps.templates().await?;
    let locations = vps.locations().await?;
    let sizes = vps.slice_types().await?;
    let licenses = client.licenses().types().await?;
    for (what, count) in [
        ("templates", templates.len()),
        ("locations", locations.len()),
        ("slice types", sizes.len()),
        ("license types", licenses.len()),
    ] {
        ensure(count > 0, format!("there are no {what}"))?;
    }
    let places: Vec<_> = locations
        .iter()
        .map(|location| cell(location.name.as_ref()))
        .collect();
    screen.good(format_args!(
        "{} templates, {} license types, locations: {}",
        templates.len(),
        licenses.len(),
        places.join(", ")
    ))?;
    let rows = sizes.iter().map(|size| {
        vec![
            cell(size.slice_type),
            cell(size.name.as_ref()),
            cell(size.cost),
        ]
    });
    screen.table(&["TYPE", "SLICE", "USD A MONTH"], rows)?;
    let rows = licenses.iter().take(5).map(|license| {
        vec![
            license.id.to_string(),
            cell(license.name.as_ref()),
            cell(license.cost),
        ]
    });
    screen.table(&["TYPE", "LICENSE (THE FIRST 5)", "USD A MONTH"], rows)?;
    Ok(())
}

pub(super) async fn edit_dns(screen: &Screen, client: &Client) -> Result<(), Failure> {
    const DOMAIN: &str = "tour.example.com";
    screen.station(
        "Add a DNS zone and records",
        "client.dns().add_zone(domain, ip), upsert_record(zone, draft), records(zone)",
    )?;
    let dns = client.dns();
    dns.add_zone(DOMAIN, Ipv4Addr::new(203, 0, 113, 10).to_string())
        .await?;
    let zone = dns.find_zone(DOMAIN, 1..=50).await?;
    screen.good(format_args!("zone {} is {DOMAIN}", zone.id))?;
    let drafts = [
        (DnsType::Mx, DOMAIN.to_owned(), "mail.example.com", 10),
        (
            DnsType::Txt,
            format!("_acme-challenge.{DOMAIN}"),
            "a-token",
            0,
        ),
        (
            DnsType::Txt,
            format!("_acme-challenge.{DOMAIN}"),
            "a-new-token",
            0,
        ),
    ];
    for (record_type, name, content, priority) in drafts {
        let upserted = dns
            .upsert_record(
                zone.id,
                DnsRecordDraft {
                    name: name.clone(),
                    content: content.to_owned(),
                    record_type: record_type.clone(),
                    priority,
                    ..DnsRecordDraft::default()
                },
            )
            .await?;
        let what = match upserted {
            Upserted::Added(_) => "added",
            Upserted::Updated(_) => "updated",
            _ => "left",
        };
        screen.good(format_args!("{what} {record_type} {name} {content}"))?;
    }
    let records = dns.records(zone.id).await?;
    let challenges = records
        .iter()
        .filter(|record| record.content.as_deref() == Some("a-new-token"))
        .count();
    ensure(challenges == 1, "the challenge is not there once")?;
    let rows = records.iter().map(|record| {
        vec![
            record.id.to_string(),
            cell(record.name.as_ref()),
            cell(record.record_type.as_ref()),
            cell(record.content.as_ref()),
            cell(record.ttl),
            cell(record.priority),
        ]
    });
    screen.table(&["ID", "NAME", "TYPE", "CONTENT", "TTL", "PRIO"], rows)?;
    Ok(())
}

pub(super) async fn ask_support(screen: &Screen, client: &Client) -> Result<(), Failure> {
    screen.station(
        "Open a ticket and answer it",
        "client.support().open_ticket(draft), reply(ticket, text), ticket(ticket)",
    )?;
    let support = client.support();
    let opened = support
        .open_ticket(TicketDraft {
            email: "demo@example.com".into(),
            ip: Ipv4Addr::new(203, 0, 113, 5).to_string(),
            subject: "Reverse DNS for web1.example.com".into(),
            body: "Please let 198.51.100.11 be web1.example.com.".into(),
            ..TicketDraft::default()
        })
        .await?;
    let ticket = expect(opened.id, "number of the ticket")?.to_string();
    screen.good(format_args!("ticket {ticket} is open"))?;
    support
        .reply(ticket.as_str(), "It is urgent no more, thank you.")
        .await?;
    let view = expect(support.ticket(ticket.as_str()).await?.ticket, "ticket")?;
    ensure(
        view.posts.len() == 2,
        "the ticket does not hold both messages",
    )?;
    screen.good(format_args!(
        "{}: {} messages, {}",
        cell(view.reference.as_ref()),
        view.posts.len(),
        cell(view.status.as_ref())
    ))?;
    let rows = view
        .posts
        .iter()
        .map(|post| vec![cell(post.full_name.as_ref()), cell(post.contents.as_ref())]);
    screen.table(&["FROM", "MESSAGE"], rows)?;
    Ok(())
}

pub(super) async fn cancel(
    screen: &Screen,
    client: &Client,
    bought: &Bought,
) -> Result<(), Failure> {
    screen.station(
        "Cancel the service that was bought",
        "client.vps().cancel(id)",
    )?;
    client.vps().cancel(bought.vps).await?;
    let vps = client.vps().get(bought.vps).await?;
    ensure(
        vps.status == Some(ServiceStatus::Canceled),
        format!("VPS {} is {}", vps.id, cell(vps.status.as_ref())),
    )?;
    screen.good(format_args!(
        "VPS {} is {}, and stays in the list",
        vps.id,
        cell(vps.status.as_ref())
    ))?;
    Ok(())
}
