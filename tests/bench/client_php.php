<?php
// Measures PHP's SoapClient: prints construction, a call, and lists, in seconds, as JSON.

ini_set('soap.wsdl_cache_enabled', '0');
[, $url, $repeat] = $argv;

function timed(callable $work): float
{
    $start = hrtime(true);
    $work();
    return (hrtime(true) - $start) / 1e9;
}

function median(callable $work, int $times): float
{
    $all = array_map(fn () => timed($work), range(1, $times));
    sort($all);
    return $all[intdiv($times, 2)];
}

function read(array $rows): void
{
    foreach ($rows as $row) {
        foreach ($row as $value) {
            strlen((string) $value);
        }
    }
}

$construction = timed(function () use ($url, &$client) {
    $client = new SoapClient("$url?wsdl", ['cache_wsdl' => WSDL_CACHE_NONE]);
});
$sid = $client->api_login('demo@example.com', 'secret');
$call = median(fn () => $client->api_vps_get_service($sid, 10001), 30);
$small = median(fn () => read($client->api_vps_get_client_invoices($sid)), (int) $repeat);
$large = median(fn () => read($client->api_webhosting_get_client_invoices($sid)), (int) $repeat);
preg_match('/VmHWM:\s+(\d+)/', file_get_contents('/proc/self/status'), $memory);
echo json_encode([
    'import' => null,
    'construction' => $construction,
    'call' => $call,
    'rows_1000' => $small,
    'rows_10000' => $large,
    'memory' => 1024 * (int) $memory[1],
]);
