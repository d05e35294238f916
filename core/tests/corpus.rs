//! What the fuzzer kept: no bytes of a server make a panic, whatever is asked for.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod support;

use interserver::Value;
use support::Played;

#[tokio::test]
async fn no_kept_answer_makes_a_panic() {
    let folder = support::tests("../fuzz/corpus/envelope");
    let mut files = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let body = std::fs::read(file.unwrap().path()).unwrap();
        for status in [200, 500] {
            let client = Played::recorded(status, None, body.clone()).client();
            let _ = client.vps().get(1).await;
            let _ = client.vps().list().await;
            let _ = client.support().ticket("1").await;
            let _ = client
                .call("api_getTicketList", [("page", 1), ("limit", 10)])
                .await;
            let _ = client
                .call("no_such_function", [] as [(&str, Value); 0])
                .await;
        }
        files += 1;
    }
    assert!(files > 20, "the corpus is there");
}
