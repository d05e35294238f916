//! `interserver sandbox`: the stand-in as a server on this machine.

use interserver_sandbox::{PASSWORD, USERNAME};

use crate::cli::Sandbox;
use crate::failure::Failure;
use crate::output;

/// The first line is the address alone, so that a program can read it and go on.
pub(crate) fn run(arguments: &Sandbox) -> Result<(), Failure> {
    let sandbox = interserver_sandbox::Sandbox::new(arguments.seed);
    let server = interserver_sandbox::serve(&sandbox, arguments.port).map_err(|error| {
        Failure::Broken(format!(
            "port {} of 127.0.0.1 cannot be had: {error}",
            arguments.port
        ))
    })?;
    let (endpoint, addr) = (server.endpoint(), server.addr());
    output::line(&endpoint)?;
    output::line(format_args!(
        "
A sandbox of the InterServer API. Nothing here is real, and nothing leaves this machine.

  export INTERSERVER_ENDPOINT={endpoint}
  export INTERSERVER_USERNAME={USERNAME}
  export INTERSERVER_PASSWORD={PASSWORD}
  interserver call api_vps_get_services

WSDL                {endpoint}?wsdl
State               curl http://{addr}/sandbox/state
What came in        curl http://{addr}/sandbox/requests
From the beginning  curl -X POST http://{addr}/sandbox/reset
A fault             curl http://{addr}/sandbox/fail -d '{{\"operation\": \"vps.list\", \"fault\": \"status\", \"code\": 503}}'

Ctrl-C stops it."
    ))?;
    server.wait();
    Ok(())
}
