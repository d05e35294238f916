//! What is done to a VPS shows after a while.

use interserver::{ErrorKind, ServerStatus};

use crate::{VPS, sandbox, seconds, server_status};

#[tokio::test]
async fn a_restart_leaves_the_old_state_for_a_while_and_comes_back() {
    let (sandbox, client) = sandbox();
    client.vps().restart(VPS).await.unwrap();
    assert_eq!(server_status(&client).await, "running");
    sandbox.advance(seconds(1));
    assert_eq!(server_status(&client).await, "restarting");
    sandbox.advance(seconds(2));
    assert_eq!(server_status(&client).await, "running");
}

#[tokio::test]
async fn a_stop_and_a_start_take_effect_after_a_while() {
    let (sandbox, client) = sandbox();
    client.vps().stop(VPS).await.unwrap();
    assert_eq!(server_status(&client).await, "running");
    sandbox.advance(seconds(2));
    assert_eq!(server_status(&client).await, "stopped");
    client.vps().start(VPS).await.unwrap();
    sandbox.advance(seconds(2));
    assert_eq!(server_status(&client).await, "running");
}

#[tokio::test]
async fn the_last_of_several_requests_counts() {
    let (sandbox, client) = sandbox();
    client.vps().restart(VPS).await.unwrap();
    client.vps().stop(VPS).await.unwrap();
    sandbox.advance(seconds(60));
    assert_eq!(server_status(&client).await, "stopped");
}

#[tokio::test]
async fn waiting_for_a_restart_costs_no_real_time() {
    let (_, client) = sandbox();
    client.vps().restart(VPS).await.unwrap();
    let vps = client
        .vps()
        .wait_for(
            VPS,
            ServerStatus::Running,
            interserver::WaitOptions::default(),
        )
        .await
        .unwrap();
    assert_eq!(vps.server_status, Some(ServerStatus::Running));
}

#[tokio::test]
async fn only_an_active_vps_can_be_worked_on() {
    let (_, client) = sandbox();
    for id in [10004, 10005, 99999] {
        let error = client.vps().restart(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api, "{id}");
    }
}

#[tokio::test]
async fn backups_appear_after_a_while_and_can_be_deleted() {
    let (sandbox, client) = sandbox();
    let names = || async {
        let backups = client.vps().backups().await.unwrap();
        backups
            .into_iter()
            .filter_map(|backup| backup.name)
            .collect::<Vec<_>>()
    };
    client.vps().backup(VPS, "today").await.unwrap();
    assert!(!names().await.contains(&"today".to_owned()));
    sandbox.advance(seconds(30));
    assert!(names().await.contains(&"today".to_owned()));
    client.vps().delete_backup(VPS, "today").await.unwrap();
    assert!(!names().await.contains(&"today".to_owned()));
    assert!(client.vps().delete_backup(VPS, "today").await.is_err());
}

#[tokio::test]
async fn only_a_running_kvm_has_a_screen() {
    let (sandbox, client) = sandbox();
    assert!(
        client
            .vps()
            .screenshot(VPS)
            .await
            .unwrap()
            .url
            .unwrap()
            .starts_with("https://")
    );
    client.vps().stop(VPS).await.unwrap();
    sandbox.advance(seconds(5));
    assert!(client.vps().screenshot(VPS).await.is_err());
    assert!(
        client.vps().screenshot(10002).await.is_err(),
        "it is an OpenVZ"
    );
}
