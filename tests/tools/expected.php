<?php
// Writes tests/vectors/expected/{responses,variants,encodings,faults,oddities}.json: what PHP's own SoapClient
// reads in each recorded answer, so that our decoder is judged by a reader that shares no code with it.
//
// Needs Debian's php-cli and php-soap, a 64-bit PHP, no network.
//   php tests/tools/expected.php            write the files
//   php tests/tools/expected.php --check    write nothing; fail when a file would change, or when an answer
//                                           that PHP cannot read has no reading, or an answer has no verdict

ini_set('soap.wsdl_cache_enabled', '0');
ini_set('serialize_precision', '-1');

const VECTORS = __DIR__ . '/../vectors';
const EXPECTED = VECTORS . '/expected';

/** A SoapClient whose server is a string. */
class Replay extends SoapClient
{
    public string $answer = '';

    public function __doRequest(string $request, string $location, string $action, int $version, bool $oneWay = false): ?string
    {
        return $this->answer;
    }
}

/** PHP's value as something json_encode keeps: objects stay objects, lists stay lists, floats JSON lacks become words. */
function plain(mixed $value): mixed
{
    if (is_float($value)) {
        return is_nan($value) ? 'NAN' : (is_infinite($value) ? ($value > 0 ? 'INF' : '-INF') : $value);
    }
    if (is_array($value)) {
        return array_map('plain', $value);
    }
    if ($value instanceof stdClass) {
        return (object) array_map('plain', get_object_vars($value));
    }
    return $value;
}

/** The bytes as they were before compression. NuSOAP's "deflate" has no zlib header. */
function body(string $path, ?string $encoding): string
{
    $bytes = file_get_contents($path);
    return match ($encoding) {
        null => $bytes,
        'gzip' => gzdecode($bytes),
        'deflate' => gzinflate($bytes),
    };
}

/** The operation an answer belongs to: the index knows, else the name of the answer's element does. */
function operation(array $entry, string $body): string
{
    if (isset($entry['function'])) {
        return $entry['function'];
    }
    // A bare fault does not say whose it is, and to PHP it makes no difference.
    return preg_match('/<ns1:(\w+)Response /', $body, $m) ? $m[1] : 'api_vps_get_service';
}

function read(Replay $client, array $samples, array $entry, string $path): array
{
    $body = body($path, $entry['content_encoding'] ?? null);
    if ($body === '') {
        return ['by' => 'php', 'unread' => 'the body is empty']; // PHP itself would say null, as if it were an answer
    }
    $client->answer = $body;
    $operation = operation($entry, $body);
    try {
        $value = $client->__soapCall($operation, array_values($entry['arguments'] ?? $samples[$operation]));
        return ['by' => 'php', 'value' => plain($value)];
    } catch (SoapFault $e) {
        // PHP reports its own trouble with the bytes as a SoapFault too; only an answer that holds one is a fault.
        if (!str_contains($body, ':Fault>')) {
            return ['by' => 'php', 'unread' => $e->getMessage()];
        }
        return ['by' => 'php', 'fault' => [
            'code' => $e->faultcode,
            'string' => $e->faultstring,
            'actor' => $e->faultactor ?? null,
            'detail' => plain($e->detail ?? null),
        ]];
    }
}

/** file name => what the index says of it; responses/ has no index, each file there answers the request of its name. */
function entries(string $folder): array
{
    if ($folder === 'responses') {
        $entries = [];
        foreach (glob(VECTORS . '/responses/*.xml') as $path) {
            $entries[basename($path)] = ['function' => basename($path, '.xml')];
        }
    } else {
        $entries = json_decode(file_get_contents(VECTORS . "/$folder/index.json"), true, flags: JSON_THROW_ON_ERROR);
    }
    ksort($entries, SORT_STRING);
    return $entries;
}

$check = in_array('--check', $argv, true);
$flags = JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;
$samples = json_decode(file_get_contents(VECTORS . '/arguments.json'), true, flags: JSON_THROW_ON_ERROR);
$client = new Replay(VECTORS . '/nusoap.wsdl', [
    'cache_wsdl' => WSDL_CACHE_NONE,
    'exceptions' => true,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$byHand = [];
foreach (['readings', 'verdicts'] as $name) {
    $path = EXPECTED . "/$name.json";
    $byHand[$name] = is_file($path) ? json_decode(file_get_contents($path), true, flags: JSON_THROW_ON_ERROR) : [];
}

$complaints = [];
$answers = 0;
foreach (['responses', 'variants', 'encodings', 'faults', 'oddities'] as $folder) {
    $read = [];
    foreach (entries($folder) as $file => $entry) {
        $read[$file] = read($client, $samples, $entry, VECTORS . "/$folder/$file");
        $answers++;
        if (isset($read[$file]['unread']) && !isset($byHand['readings']["$folder/$file"])) {
            $complaints[] = "$folder/$file: PHP cannot read it and readings.json does not say what it is";
        }
        if (!isset($byHand['verdicts']["$folder/$file"])) {
            $complaints[] = "$folder/$file: no verdict in verdicts.json";
        }
    }
    // One space for each level: the files are large and nobody edits them.
    $text = preg_replace_callback('/^ +/m', fn ($m) => str_repeat(' ', intdiv(strlen($m[0]), 4)), json_encode($read, $flags)) . "\n";
    $path = EXPECTED . "/$folder.json";
    if (!$check) {
        is_dir(EXPECTED) || mkdir(EXPECTED);
        file_put_contents($path, $text);
    } elseif (!is_file($path) || file_get_contents($path) !== $text) {
        $complaints[] = "expected/$folder.json is not what this PHP reads";
    }
}
foreach ($complaints as $complaint) {
    fwrite(STDERR, "$complaint\n");
}
printf("%d answers read, %d complaints\n", $answers, count($complaints));
exit($complaints ? 1 : 0);
