<?php
// Debian's SabreDAV (php-sabre-dav 1.8) laid out as Mail2000: two roots, shared and public collections that no home lists. With M2K_TWIN=mail2000 it
// also answers writes as the measured site does; else it is stock SabreDAV. Run by `php -S`, one request at a time.

ini_set('display_errors', '0');
error_reporting(0);
require 'Sabre/autoload.php';

use Sabre\DAV;
use Sabre\DAVACL;
use Sabre\CalDAV;
use Sabre\CardDAV;

const USERS = ['alice@example.com' => 'secret1', 'bob@example.com' => 'secret2'];
const CALDAV_BASE = '/cgi-bin/cal/caldav/';
const CARDDAV_BASE = '/cgi-bin/carddav/';

function database(): PDO
{
    $file = getenv('M2K_TWIN_DATA');
    $fresh = !file_exists($file);
    $pdo = new PDO("sqlite:$file");
    $pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
    if ($fresh) {
        foreach (['principals', 'calendars', 'addressbooks'] as $name) {
            $pdo->exec(file_get_contents("/usr/share/doc/php-sabre-dav/examples/sql/sqlite.$name.sql"));
        }
        seed($pdo);
    }
    return $pdo;
}

function seed(PDO $pdo): void
{
    $principal = $pdo->prepare('INSERT INTO principals (uri, email, displayname) VALUES (?, ?, ?)');
    foreach (array_merge(array_keys(USERS), ['public']) as $name) {
        foreach (['', '/calendar-proxy-read', '/calendar-proxy-write'] as $part) {
            $principal->execute(["principals/$name$part", $part === '' && $name !== 'public' ? $name : null, $name]);
        }
    }
    $calendar = $pdo->prepare('INSERT INTO calendars (principaluri, displayname, uri, ctag, components, transparent) VALUES (?, ?, ?, 1, "VEVENT", 0)');
    $book = $pdo->prepare('INSERT INTO addressbooks (principaluri, displayname, uri, ctag) VALUES (?, ?, ?, 1)');
    foreach (array_keys(USERS) as $name) {
        $calendar->execute(["principals/$name", 'Default', 'default']);
        $book->execute(["principals/$name", 'Contacts', 'default']);
    }
    $calendar->execute(['principals/alice@example.com', 'Shared for reading', 'shared-ro']);
    $calendar->execute(['principals/alice@example.com', 'Shared for writing', 'shared-rw']);
    $calendar->execute(['principals/public', '公用(唯讀)', '1']);
    $calendar->execute(['principals/public', '公用', '2-rw']);
    $book->execute(['principals/public', '公司(/)', 'mPA.000']);
}

/** What others are granted: public collections and those named shared, for reading; those whose name ends in -rw for writing too. */
function granted(string $principal, string $uri): array
{
    if ($principal !== 'principals/public' && !preg_match('/^shared/', $uri)) return [];
    $privileges = preg_match('/rw$/', $uri) ? ['{DAV:}read', '{DAV:}write'] : ['{DAV:}read'];
    return array_map(fn ($privilege) => ['privilege' => $privilege, 'principal' => '{DAV:}authenticated', 'protected' => true], $privileges);
}

class GrantedCalendar extends CalDAV\Calendar
{
    // Without read-free-busy for everybody: stock SabreDAV lets anyone see that a calendar is there, Mail2000 answers 404.
    public function getACL()
    {
        $own = array_filter(parent::getACL(), fn ($ace) => $ace['principal'] !== '{DAV:}authenticated');
        return array_merge(array_values($own), granted($this->getOwner(), $this->getName()));
    }
}

class Calendars extends CalDAV\UserCalendars
{
    public function getChildren()
    {
        return array_map(fn ($calendar) => new GrantedCalendar($this->caldavBackend, $calendar), $this->caldavBackend->getCalendarsForUser($this->principalInfo['uri']));
    }
}

class CalendarHomes extends CalDAV\CalendarRootNode
{
    public function getChildForPrincipal(array $principal)
    {
        return new Calendars($this->caldavBackend, $principal);
    }
}

class GrantedCard extends CardDAV\Card
{
    public function getACL()
    {
        return array_merge(parent::getACL(), granted($this->addressBookInfo['principaluri'], $this->addressBookInfo['uri']));
    }
}

class GrantedBook extends CardDAV\AddressBook
{
    public function getACL()
    {
        return array_merge(parent::getACL(), granted($this->getOwner(), $this->getName()));
    }

    public function getChild($name)
    {
        $card = $this->carddavBackend->getCard($this->addressBookInfo['id'], $name);
        if (!$card) throw new DAV\Exception\NotFound('Card not found');
        return new GrantedCard($this->carddavBackend, $this->addressBookInfo, $card);
    }

    public function getChildren()
    {
        return array_map(fn ($card) => new GrantedCard($this->carddavBackend, $this->addressBookInfo, $card), $this->carddavBackend->getCards($this->addressBookInfo['id']));
    }
}

class Books extends CardDAV\UserAddressBooks
{
    public function getChildren()
    {
        return array_map(fn ($book) => new GrantedBook($this->carddavBackend, $book), $this->carddavBackend->getAddressBooksForUser($this->principalUri));
    }
}

class BookHomes extends CardDAV\AddressBookRoot
{
    public function getChildForPrincipal(array $principal)
    {
        return new Books($this->carddavBackend, $principal['uri']);
    }
}

class Login extends DAV\Auth\Backend\AbstractBasic
{
    protected function validateUserPass($user, $password)
    {
        return isset(USERS[$user]) && hash_equals(USERS[$user], $password);
    }
}

/** 403 and 415 as Mail2000 says them, 500 where it fails (research 1.5). */
class Refused extends DAV\Exception
{
    public function __construct(private int $status, string $message)
    {
        parent::__construct($message);
    }

    public function getHTTPCode()
    {
        return $this->status;
    }
}

class Mail2000 extends DAV\ServerPlugin
{
    private $server;
    private $invites = false;

    public function initialize(DAV\Server $server)
    {
        $this->server = $server;
        $server->subscribeEvent('beforeMethod', [$this, 'beforeMethod'], 5);
        $server->subscribeEvent('afterCreateFile', [$this, 'stored']);
        $server->subscribeEvent('afterWriteContent', [$this, 'stored']);
    }

    public function beforeMethod($method, $uri)
    {
        if ($method !== 'PUT') return;
        $body = $this->server->httpRequest->getBody(true);
        $this->server->httpRequest->setBody($body, true);
        if (!preg_match('/^BEGIN:VCALENDAR/m', $body)) return;
        if (preg_match('/^METHOD:/m', $body)) throw new Refused(415, 'METHOD is not allowed');
        // M2: conditional creation
        if ($this->server->httpRequest->getHeader('If-None-Match') === '*') throw new Refused(500, 'system error');
        // M4: UTC and floating times
        if (preg_match('/^DT(START|END)(?![^:\r\n]*(TZID|VALUE=DATE))[^:\r\n]*:/m', preg_replace('/BEGIN:VTIMEZONE.*?END:VTIMEZONE/s', '', $body))) throw new Refused(500, 'system error');
        // M8: overrides
        if (preg_match('/^RECURRENCE-ID/m', $body)) throw new Refused(500, 'system error');
        $this->invites = (bool) preg_match('/^ATTENDEE/m', $body);
    }

    /** M1: the object is stored, the notification that should follow fails. */
    public function stored()
    {
        if ($this->invites) throw new Refused(500, 'system error');
    }
}

/** M12: no scheduling, so no outbox. */
class WithoutOutbox extends CalDAV\Plugin
{
    public function beforeGetProperties($path, DAV\INode $node, &$requested, &$returned)
    {
        $name = '{' . self::NS_CALDAV . '}schedule-outbox-URL';
        $at = array_search($name, $requested);
        if ($at !== false) {
            unset($requested[$at]);
            $returned[404][$name] = null;
        }
        return parent::beforeGetProperties($path, $node, $requested, $returned);
    }
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$calendars = str_starts_with($path, CALDAV_BASE);
if (!$calendars && !str_starts_with($path, CARDDAV_BASE)) {
    http_response_code($path === '/cgi-bin/login' ? 200 : 404);
    exit;
}
$pdo = database();
$principals = new DAVACL\PrincipalBackend\PDO($pdo);
$server = new DAV\Server($calendars
    ? [new CalDAV\Principal\Collection($principals), new CalendarHomes($principals, new CalDAV\Backend\PDO($pdo))]
    : [new DAVACL\PrincipalCollection($principals), new BookHomes($principals, new CardDAV\Backend\PDO($pdo))]);
$server->setBaseUri($calendars ? CALDAV_BASE : CARDDAV_BASE);
$server->addPlugin(new DAV\Auth\Plugin(new Login(), 'M2K test'));
$server->addPlugin($calendars ? new WithoutOutbox() : new CardDAV\Plugin());
$acl = new DAVACL\Plugin();
$acl->hideNodesFromListings = true;
$server->addPlugin($acl);
if (getenv('M2K_TWIN') === 'mail2000') $server->addPlugin(new Mail2000());
$server->exec();
