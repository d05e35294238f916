//! Virtual private servers: list, control, back up and order.

#[allow(unused_imports)]
use super::all::*;
use crate::soap::Problems;
use crate::{DateTime, Decimal, Extra, Secret};

#[doc(hidden)]
#[macro_export]
macro_rules! __api_vps {
    ($($visit:tt)*) => {
        $crate::__section! { [$($visit)*]
            /// Virtual private servers: list, start and stop, back up, order.
            service vps "VPS" VpsService
            module Vps []
            enums {
                /// Whether a VPS runs.
                ServerStatus {
                    /// It runs.
                    Running = "running",
                    /// It is shut down.
                    Stopped = "stopped",
                    /// A restart is under way.
                    Restarting = "restarting",
                    /// It is being set up.
                    Installing = "installing",
                    /// It has been removed from its host.
                    Deleted = "deleted",
                }

                /// A control panel that is installed with a VPS.
                ControlPanel {
                    /// None.
                    None = "none",
                    /// cPanel; CentOS templates only.
                    CPanel = "cpanel",
                    /// DirectAdmin; CentOS templates only.
                    DirectAdmin = "da",
                }
            }
            records {
                /// A virtual private server.
                Vps "sql_row_vps" "vps_" {
                    /// Order number of the service.
                    id: i64,
                    /// Number of the customer who owns it.
                    custid: Option<i64>,
                    /// Number of the host that it runs on.
                    server: Option<i64>,
                    /// Primary IPv4 address, once assigned.
                    ip: Option<String>,
                    /// IPv6 address, once assigned.
                    ipv6: Option<String> [live],
                    /// Name of the VPS on its host.
                    vzid: Option<String>,
                    /// Currency of its price, such as `USD`.
                    currency: Option<String> [live],
                    /// Number of the slice type that was ordered.
                    service_type("vps_type"): Option<i64>,
                    /// When it was ordered, in the server's own time.
                    order_date: Option<DateTime> [live],
                    /// Where the order stands in billing.
                    status: Option<ServiceStatus>,
                    /// Number of its first or latest invoice.
                    invoice: Option<i64>,
                    /// Number of the coupon that it was bought with; 0 for none.
                    coupon: Option<i64>,
                    /// The module's own data about it.
                    extra: Option<Extra>,
                    /// Host name.
                    hostname: Option<String>,
                    /// Whether it runs; a queued restart shows here after a while.
                    server_status: Option<ServerStatus>,
                    /// A note on the service.
                    comment: Option<String>,
                    /// Size in slices, 1 to 16; resources and price grow with it.
                    slices: Option<i64> [live],
                    /// Address that may open the VNC console.
                    vnc: Option<String> [live],
                    /// Port of the VNC console.
                    vnc_port: Option<i64> [live],
                    /// Root password that it was set up with.
                    root_password("vps_rootpass"): Option<Secret> [live],
                    /// MAC address of its network card.
                    mac: Option<String> [live],
                    /// Operating system that was installed.
                    os: Option<String> [live],
                    /// Version of the operating system.
                    version: Option<String> [live],
                    /// Number of its location (`VpsLocation::id`).
                    location: Option<i64> [live],
                    /// Virtualisation platform (`VpsPlatform::platform`).
                    platform: Option<String> [live],
                    /// Disk space in use, in the server's units.
                    disk_used("vps_diskused"): Option<i64> [live],
                    /// Disk space in all, in the server's units.
                    disk_max("vps_diskmax"): Option<i64> [live],
                    /// Price of a billing period.
                    cost: Option<Decimal> [documented],
                }

                /// A size and platform that a VPS can have, with its price.
                VpsSliceType "vps_slice_type" "" {
                    /// Name for people.
                    name: Option<String>,
                    /// Number of the type, as in `Vps::service_type`.
                    slice_type("type"): Option<i64>,
                    /// Monthly price of one slice, in US dollars.
                    cost: Option<Decimal>,
                    /// Whether it can be ordered.
                    buyable: Option<bool>,
                }

                /// A place where a VPS can run.
                VpsLocation "idNameArray" "" {
                    /// Number of the location, for orders.
                    id: i64,
                    /// Name for people.
                    name: Option<String>,
                }

                /// An image that a VPS is installed from.
                VpsTemplate "vps_template" "" {
                    /// Number of the slice type that it goes with.
                    slice_type("type"): Option<i64>,
                    /// Virtualisation for people, such as `KVM Linux`.
                    virtualization("virtulization"): Option<String>,
                    /// Word size, 32 or 64.
                    bits: Option<i64>,
                    /// Operating system; what an order calls `template_os`.
                    os: Option<String>,
                    /// Version of the operating system.
                    version: Option<String>,
                    /// File of the image; what an order calls `template_file`.
                    file: Option<String>,
                    /// Name for people; trailing blanks are the server's.
                    title: Option<String>,
                }

                /// A virtualisation platform that can be ordered.
                VpsPlatform "vps_platform" "" {
                    /// Word for orders, such as `kvm`.
                    platform: Option<String>,
                    /// Name for people.
                    name: Option<String>,
                }

                /// A stored backup of a VPS.
                VpsBackup "idNameSizeUrlArray" "" {
                    /// Order number of the VPS that it is of.
                    id: i64 [live],
                    /// Name of the backup.
                    name: Option<String> [live],
                    /// Size in bytes.
                    size: Option<i64> [live],
                    /// Where to download it, if it can be.
                    url: Option<String> [live],
                }

                /// What an order would cost, and what is wrong with it.
                ///
                /// Prices are there only if nothing is wrong.
                VpsQuote "validate_buy_vps_result_status" "" {
                    /// Number of the coupon; 0 for none, -1 for one that applies to everyone.
                    coupon_id("coupon_code"): Option<i64>,
                    /// Price of the first billing period.
                    service_cost: Option<Decimal>,
                    /// Price of one slice now.
                    slice_cost: Option<Decimal>,
                    /// Number of the slice type that the order comes to.
                    service_type: Option<i64>,
                    /// Price of one slice in later periods.
                    repeat_slice_cost: Option<Decimal>,
                    /// Price of one slice before discounts.
                    original_slice_cost: Option<Decimal>,
                    /// Price of the first billing period before discounts.
                    original_cost: Option<Decimal>,
                    /// Price of each later billing period.
                    repeat_service_cost: Option<Decimal>,
                    /// Price of a month.
                    monthly_service_cost: Option<Decimal>,
                    /// Number of the customer.
                    custid: Option<i64>,
                    /// The order's template file, as the server understood it.
                    template_file("os"): Option<String>,
                    /// The order's slices, as the server understood them.
                    slices: Option<i64>,
                    /// The order's platform, as the server understood it.
                    platform: Option<String>,
                    /// The order's control panel, as the server understood it.
                    control_panel("controlpanel"): Option<ControlPanel>,
                    /// The order's billing period in months, as the server understood it.
                    period: Option<i64>,
                    /// The order's location, as the server understood it.
                    location: Option<i64>,
                    /// The order's operating system, as the server understood it.
                    template_os("version"): Option<String>,
                    /// The order's host name, as the server understood it.
                    hostname: Option<String>,
                    /// The order's coupon code, as the server understood it.
                    coupon: Option<String>,
                    /// The order's root password, as the server understood it.
                    root_password("rootpass"): Option<Secret>,
                    /// What is wrong with the order; empty if it can be placed.
                    problems("status_text"): Problems,
                    /// `ok`, or another word if something is wrong.
                    status: Option<String>,
                }

                /// An order that was placed.
                Purchase "buy_vps_result_status" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// Numbers of the invoices that are to be paid.
                    invoices: Vec<i64> [string],
                    /// Price of the first billing period.
                    cost: Option<Decimal>,
                }

                /// An image of a VPS's screen.
                VpsScreenshot "vps_screenshot_return" "" {
                    /// `ok`.
                    status: Option<String>,
                    /// What the server says about it.
                    status_text: Option<String>,
                    /// Address of the image.
                    url: Option<String>,
                    /// An HTML link to the image.
                    link: Option<String>,
                    /// JavaScript that shows the image.
                    js: Option<String>,
                }
            }
            inputs {
                /// An order for a VPS.
                ///
                /// `VpsOrder::for_template` fills in the two fields that a template decides.
                VpsOrder {
                    /// File of the template (`VpsTemplate::file`).
                    template_file("os"): String where NOT_EMPTY,
                    /// Size in slices, 1 to 16.
                    slices: i64 where SLICES = 1,
                    /// Virtualisation platform (`VpsPlatform::platform`).
                    platform: String where NOT_EMPTY = "kvm",
                    /// Control panel to install; CentOS templates only.
                    control_panel("controlpanel"): ControlPanel = ControlPanel::None,
                    /// Billing period, 1 to 36 months; longer ones can be cheaper.
                    period: i64 where MONTHS = 1,
                    /// Number of the location (`VpsLocation::id`).
                    location: i64 = 1,
                    /// Operating system of the template (`VpsTemplate::os`).
                    template_os("version"): String where NOT_EMPTY,
                    /// Host name that the VPS gets.
                    hostname: String where HOSTNAME,
                    /// Coupon code, if there is one.
                    coupon: Option<String>,
                    /// Root password to set; empty for Windows.
                    root_password("rootpass"): Secret,
                }

                /// An order for a VPS on a chosen host; for administrators.
                VpsAdminOrder {
                    /// File of the template (`VpsTemplate::file`).
                    template_file("os"): String where NOT_EMPTY,
                    /// Size in slices, 1 to 16.
                    slices: i64 where SLICES = 1,
                    /// Virtualisation platform (`VpsPlatform::platform`).
                    platform: String where NOT_EMPTY = "kvm",
                    /// Control panel to install; CentOS templates only.
                    control_panel("controlpanel"): ControlPanel = ControlPanel::None,
                    /// Billing period, 1 to 36 months.
                    period: i64 where MONTHS = 1,
                    /// Number of the location (`VpsLocation::id`).
                    location: i64 = 1,
                    /// Version as a number: this function declares it so, unlike `VpsOrder`.
                    version: i64,
                    /// Host name that the VPS gets.
                    hostname: String where HOSTNAME,
                    /// Coupon code, if there is one.
                    coupon: Option<String>,
                    /// Root password to set; empty for Windows.
                    root_password("rootpass"): Secret,
                    /// Number of the host to put it on; 0 lets the server choose.
                    server: i64 = 0,
                }
            }
            operations {
                /// Queues a start and returns once the request is accepted.
                write [awaits = "running"] start(
                    /// Order number of the VPS.
                    id: i64,
                ) -> Accepted = "api_vps_queue_start";

                /// Queues a stop and returns once the request is accepted.
                write [awaits = "stopped"] stop(
                    /// Order number of the VPS.
                    id: i64,
                ) -> Accepted = "api_vps_queue_stop";

                /// Queues a restart and returns once the request is accepted.
                ///
                /// The VPS shows its old state until the host takes the request up; `wait_for`
                /// waits for the change.
                write [awaits = "running"] restart(
                    /// Order number of the VPS.
                    id: i64,
                ) -> Accepted = "api_vps_queue_restart";

                /// Queues a backup and returns once the request is accepted.
                write [newer] backup(
                    /// Order number of the VPS.
                    id: i64,
                    /// Name that the backup gets.
                    name: String where NOT_EMPTY,
                ) -> Accepted = "api_vps_queue_backup";

                /// Deletes a backup for good.
                destroy [newer] delete_backup(
                    /// Order number of the VPS.
                    id: i64,
                    /// Name of the backup.
                    name: String where NOT_EMPTY,
                ) -> Accepted = "api_vps_backup_delete";

                /// Lists the stored backups of all VPSs.
                read [newer] backups() -> Vec<VpsBackup> = "api_get_vps_backups";

                /// Lists what kinds of VPS there are, with their prices.
                read [public] slice_types() -> Vec<VpsSliceType> = "get_vps_slice_types";

                /// Lists the places where a VPS can run.
                read [public] locations() -> Vec<VpsLocation> = "get_vps_locations_array";

                /// Lists the images that a VPS can be installed from.
                read [public] templates() -> Vec<VpsTemplate> = "get_vps_templates";

                /// Lists the virtualisation platforms.
                read [public] platforms() -> Vec<VpsPlatform> = "get_vps_platforms_array";

                /// Checks an order without placing it: prices, or what is wrong with it.
                ///
                /// Problems are part of the answer, not an error.
                read [problems] validate(
                    /// The order to check.
                    order: VpsOrder,
                ) -> VpsQuote = "api_api_validate_buy_vps";

                /// Places an order and gives the invoices that are to be paid.
                ///
                /// It is sent once and never again. If the outcome is unknown, `find_order` looks
                /// whether the order arrived.
                purchase [awaits = "running", quoted_by = "validate"] buy(
                    /// The order to place.
                    order: VpsOrder,
                ) -> Purchase = "api_api_buy_vps";

                /// Places an order on a chosen host; for administrators.
                purchase buy_on_host(
                    /// The order to place.
                    order: VpsAdminOrder,
                ) -> Purchase = "api_api_buy_vps_admin";

                /// Gets an image of a VPS's screen; KVM only.
                read screenshot(
                    /// Order number of the VPS.
                    id: i64,
                ) -> VpsScreenshot = "api_vps_screenshot";

                /// Gets the name of a host by its number (`Vps::server`).
                ///
                /// Fails with `NotFound` if there is no such host.
                read host_name(
                    /// Number of the host.
                    id: i64,
                ) -> String = "api_vps_get_server_name";
            }
        }
    };
}

__api_vps!(declare_section);
