// The composition root: from arguments and standard input to one exit code. Everything from outside comes in `parts` and `io`.
import { M2KError } from '../errors.js';
import { wordsIn } from '../words/catalogue.js';
import type { Words } from '../words/catalogue.js';
import { chosenLanguage } from '../words/language.js';
import { errorRecord } from './error-record.js';
import { humanFace } from './human-face.js';
import type { Face } from './human-face.js';
import { jsonFace } from './json-face.js';
import { parseCommandLine, requestFields } from './line/parse.js';
import type { CommandLine } from './line/parse.js';
import { askPassword } from './line/password.js';
import { lineReader } from './lines.js';
import type { LineReader } from './lines.js';
import type { EngineParts, Io } from './parts.js';
import type { Request } from './records.js';
import { checked, parseRequest } from './request.js';
import { scheduled } from './scheduled.js';
import { serve, wordsFor } from './session.js';
import { UsageError } from './usage-error.js';

/** @param argv without node and script. @returns the exit code (desk-rules.md 6); never throws. */
export async function main(parts: EngineParts, argv: readonly string[], io: Io): Promise<number> {
  const words = wordsIn(chosenLanguage(typedLanguage(argv), parts.systemLanguage));
  const cancel = new AbortController();
  const stop = (): void => { cancel.abort(new M2KError('Cancelled')); };
  const release = io.onStop(stop);
  const showing: Showing = { face: undefined };
  try {
    const line = await parseCommandLine(argv, { words, version: parts.version });
    if (line.kind === 'help') {
      io.stdout.write(`${line.text}\n`);
      return 0;
    }
    const input = line.kind === 'request-on-stdin' ? lineReader(io.stdin) : null;
    const request = await requestOf(line, { io, words, input });
    if (input) void cancelOn(input, stop);
    const session = { parts, profileRoot: line.profileRoot ?? parts.profileRoot };
    const machine = line.kind === 'request-on-stdin' || line.json;
    const face = showing.face = machine ? jsonFace(io, { version: parts.version, marked: request.marked === true }) : humanFace(io, wordsFor(session, request));
    const telling = { ...session, tell: face.tell.bind(face), signal: cancel.signal };
    const ended = request.command === 'scheduled' ? await scheduled(telling, request) : await serve(telling, request);
    face.end(ended);
    input?.close();
    return ended.exitCode;
  } catch (error) {
    const record = errorRecord(words, error);
    (showing.face ?? (argv.includes('--json') ? jsonFace(io, parts) : humanFace(io, words))).end(record);
    return record.exitCode;
  } finally {
    release();
  }
}

interface Showing {
  face: Face | undefined;
}

interface Asking {
  readonly io: Io;
  readonly words: Words;
  readonly input: LineReader | null;
}

/** @throws UsageError */
async function requestOf(line: Exclude<CommandLine, { readonly kind: 'help' }>, { io, words, input }: Asking): Promise<Request> {
  if (line.kind === 'request-on-stdin') return parseRequest((await input?.next()) ?? '', words);
  const fields = defined(requestFields(line.command, line.typed, words));
  // Both keep the secret that is typed now.
  if (fields['keepSecret'] !== true) return checked(fields, words);
  const secret = await askPassword(io, typeof fields['address'] === 'string' ? words.say('prompt.password', { address: fields['address'] }) : words.say('prompt.newPassword'));
  if (secret === '') throw new UsageError(line.command, words.say('usage.password'));
  return checked({ ...fields, secret }, words);
}

const defined = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** `{"t":"cancel"}`, and the end of stdin: whoever started us is gone. */
async function cancelOn(input: LineReader, stop: () => void): Promise<void> {
  for (let line = await input.next(); line !== null; line = await input.next()) {
    if (/"t"\s*:\s*"cancel"/.test(line)) break;
  }
  stop();
}

function typedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  return at < 0 ? undefined : argv[at]?.split('=')[1] ?? argv[at + 1];
}
