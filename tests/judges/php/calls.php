<?php
// A judge: PHP's SoapClient makes all 102 calls against a running sandbox and checks what comes back.
//
// Needs Debian's php-cli and php-soap.
//   php tests/judges/php/calls.php http://127.0.0.1:PORT/api.php
// The order of the calls and where their arguments come from is in ../plan.json, explained in ../README.md.

ini_set('soap.wsdl_cache_enabled', '0');
ini_set('default_socket_timeout', '30');

const TESTS = __DIR__ . '/../..';
const JUDGE = 'php';

function load(string $path): array
{
    return json_decode(file_get_contents(TESTS . "/$path"), true, flags: JSON_THROW_ON_ERROR);
}

/** The value at "0.vps_id", "status=active.id" (the first item whose field says so) or "" (the whole), else null. */
function at(mixed $value, string $path): mixed
{
    foreach ($path === '' ? [] : explode('.', $path) as $step) {
        if (str_contains($step, '=')) {
            [$field, $wanted] = explode('=', $step);
            $items = array_filter((array) $value, fn ($item) => ($item->$field ?? null) === $wanted);
            $value = $items ? reset($items) : null;
        } else {
            $value = is_array($value) ? $value[(int) $step] ?? null : $value->$step ?? null;
        }
    }
    return $value;
}

/** Complaints about a value that should be of a declared type. */
function misfits(mixed $value, string $type, array $types, string $where): array
{
    [$prefix, $name] = explode(':', $type);
    if ($prefix === 'xsd') {
        $fits = match ($name) {
            'string' => $value === null || is_string($value),
            'int' => $value === null || is_int($value),
            'float' => $value === null || is_float($value) || is_int($value),
            'boolean' => is_bool($value),
        };
        return $fits ? [] : ["$where should be $name, is " . get_debug_type($value)];
    }
    if ($types[$name]['kind'] === 'array') {
        if ($value === null) {
            return []; // NuSOAP has a null list too; it means an empty one
        }
        if (!is_array($value) || !array_is_list($value)) {
            return ["$where should be a list, is " . get_debug_type($value)];
        }
        $found = [];
        foreach ($value as $i => $item) {
            array_push($found, ...misfits($item, $types[$name]['item'], $types, "{$where}[$i]"));
        }
        return $found;
    }
    if (!$value instanceof stdClass) {
        return $value === null ? [] : ["$where should be a struct, is " . get_debug_type($value)];
    }
    $fields = get_object_vars($value);
    if (!$fields) {
        return []; // nothing found; whether something had to be found is asked elsewhere
    }
    $declared = array_column($types[$name]['live'] ?? $types[$name]['seed'], 'type', 'name');
    $found = [];
    foreach (array_diff_key($declared, $fields) as $field => $_) {
        $found[] = "$where.$field is missing";
    }
    foreach ($fields as $field => $inner) {
        array_push($found, ...(isset($declared[$field])
            ? misfits($inner, $declared[$field], $types, "$where.$field")
            : ["$where.$field is not declared"]));
    }
    return $found;
}

/** Whether an answer says that the thing was done or found. */
function success(mixed $value): bool
{
    if ($value instanceof stdClass && isset($value->status)) {
        return strtolower($value->status) === 'ok';
    }
    return is_array($value) || ($value instanceof stdClass ? get_object_vars($value) !== [] : (bool) $value);
}

/** Whether the WSDL says of operations and arguments what operations.json says, and sends clients to this endpoint. */
function wsdl(SoapClient $client, array $operations, string $endpoint): array
{
    $declared = [];
    foreach ($client->__getFunctions() as $line) {
        preg_match('/^(\S+) (\w+)\((.*)\)$/', $line, $m);
        $declared[$m[2]] = [$m[1], $m[3]];
    }
    $found = [];
    foreach ($operations as $name => $operation) {
        $short = fn (string $type) => explode(':', $type)[1];
        $expected = [$short($operation['returns']), implode(', ', array_map(
            fn ($p) => "{$short($p['type'])} \${$p['name']}",
            $operation['params'],
        ))];
        if (($declared[$name] ?? null) !== $expected) {
            $found[] = "$name is declared otherwise";
        }
    }
    foreach (array_diff_key($declared, $operations) as $name => $_) {
        $found[] = "$name is not known";
    }
    if (!str_contains(file_get_contents("$endpoint?wsdl"), "location=\"$endpoint\"")) {
        $found[] = 'the address in the WSDL is not this endpoint';
    }
    return $found;
}

final class Judge
{
    private int $passed = 0;
    private int $failed = 0;
    private int $successes = 0;
    /** @var array<string, mixed> what earlier answers taught */
    private array $known = [];

    public function __construct(
        private SoapClient $client,
        private array $operations,
        private array $types,
        private array $samples,
    ) {
    }

    public function line(string $name, array $complaints, string $note = ''): void
    {
        $complaints ? $this->failed++ : $this->passed++;
        $note = $note === '' ? '' : ' # ' . preg_replace('/\s+/', ' ', $note);
        printf("%s %d - %s%s\n", $complaints ? 'not ok' : 'ok', $this->passed + $this->failed, $name, $note);
        foreach (array_slice($complaints, 0, 10) as $complaint) {
            echo "  # $complaint\n";
        }
    }

    public function step(array $step): void
    {
        $name = $step['call'];
        $arguments = $this->samples[$name];
        foreach ($step['set'] ?? [] as $argument => $value) {
            $arguments[$argument] = str_replace('{judge}', JUDGE, $value);
        }
        if (isset($arguments['sid'])) {
            $arguments['sid'] = $this->known['sid'] ?? '';
        }
        $complaints = isset($step['seek']) && !$this->seek($step, $arguments) ? ['no id gave the row that was added'] : [];
        $real = true; // every argument that has to be discovered was
        foreach ($step['with'] ?? [] as $argument => $remembered) {
            $real = $real && isset($this->known[$remembered]);
            $arguments[$argument] = $this->known[$remembered] ?? $arguments[$argument];
        }
        try {
            $value = $this->call($name, $arguments);
        } catch (SoapFault $fault) {
            // A get for an id that does not exist may end so; any other fault is none that a correct call gets.
            $expected = !$real && $fault->getMessage() === 'unable to serialize result';
            $expected || $complaints[] = "threw: {$fault->getMessage()}";
            $this->line($name, $complaints, $expected ? 'not found' : '');
            return;
        }
        array_push($complaints, ...misfits($value, $this->operations[$name]['returns'], $this->types, 'return'));
        foreach ($real ? $step['same'] ?? [] : [] as $field => $remembered) {
            if (at($value, $field) !== $this->known[$remembered]) {
                $complaints[] = "return.$field is not what was asked for";
            }
        }
        $success = success($value);
        $note = $success ? '' : 'answered ' . trim(($value->status ?? json_encode($value)) . ' ' . ($value->status_text ?? ''));
        if ($real && !$success && ($step['must'] ?? false)) {
            $complaints[] = 'should have succeeded';
        }
        $this->successes += (int) $success;
        if (!isset($step['seek'])) {
            $this->remember($step, $value);
        }
        $this->line($name, $complaints, $note);
    }

    public function close(): int
    {
        echo "# $this->successes calls answered with success\n";
        echo "$this->passed passed, $this->failed failed\n";
        return $this->failed ? 1 : 0;
    }

    private function call(string $name, array $arguments): mixed
    {
        $ordered = [];
        foreach ($this->operations[$name]['params'] as $parameter) {
            $value = $arguments[$parameter['name']];
            $ordered[] = $parameter['type'] === 'xsd:string' && $value !== null ? (string) $value : $value;
        }
        return $this->client->__soapCall($name, $ordered);
    }

    /** No call lists the zones and adding one does not tell its id: try ids until the wanted row comes. */
    private function seek(array $step, array $arguments): bool
    {
        $seek = $step['seek'];
        for ($id = 1; $id <= $seek['to']; $id++) {
            try {
                $value = $this->call($step['call'], [$seek['argument'] => $id] + $arguments);
            } catch (SoapFault) {
                continue;
            }
            if (at($value, $seek['field']) === str_replace('{judge}', JUDGE, $seek['is'])) {
                $this->remember($step, $value);
                return true;
            }
        }
        return false;
    }

    /** What is known stays: the first answer that has a value gives it. */
    private function remember(array $step, mixed $value): void
    {
        foreach ($step['remember'] ?? [] as $name => $paths) {
            foreach ((array) $paths as $path) {
                $this->known[$name] ??= at($value, $path);
            }
        }
    }
}

if ($argc !== 2) {
    fwrite(STDERR, "usage: php {$argv[0]} http://127.0.0.1:PORT/api.php\n");
    exit(2);
}
$endpoint = $argv[1];
$operations = array_column(load('spec/operations.json'), null, 'name');
$client = new SoapClient("$endpoint?wsdl", [
    'location' => $endpoint, // whatever the WSDL says: a judge must never reach the real server
    'cache_wsdl' => WSDL_CACHE_NONE,
    'exceptions' => true,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$judge = new Judge($client, $operations, array_column(load('spec/types.json'), null, 'name'), load('vectors/arguments.json'));
$judge->line('the WSDL', wsdl($client, $operations, $endpoint));
$plan = load('judges/plan.json');
$judge->line('the plan calls every operation once', array_diff(array_keys($operations), array_column($plan, 'call')));
foreach ($plan as $step) {
    $judge->step($step);
}
exit($judge->close());
