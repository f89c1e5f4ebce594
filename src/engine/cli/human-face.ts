// The face for people: a spinner and problems on stderr, results on stdout.
import { Chalk } from 'chalk';
import ora from 'ora';
import { checkText, outlookCheckText } from '../report/check.js';
import { runText } from '../report/run-text.js';
import { allStatusText, collectionsText, statusText } from '../report/status-text.js';
import { installationText } from '../report/installation.js';
import { historyTable } from '../report/history-text.js';
import { itemText, whyLine } from '../report/item-text.js';
import { optionsText } from '../report/options-text.js';
import { pauseText, scheduledText, taskText } from '../report/task-text.js';
import type { LogEntry } from '../log/entry.js';
import type { HistoryEntry } from '../report/views.js';
import type { ItemOutcome } from '../sync/outcome.js';
import type { Words } from '../words/catalogue.js';
import type { Telling } from './command-context.js';
import type { Io } from './parts.js';
import type { ErrorRecord, ResultRecord } from './records.js';

export interface Face {
  tell(record: Telling): void;
  end(record: ResultRecord | ErrorRecord): void;
}

export function humanFace(io: Io, words: Words): Face {
  const chalk = new Chalk({ level: io.stderr.isTTY === true ? 1 : 0 });
  const spinner = ora({ stream: io.stderr, isEnabled: io.stderr.isTTY === true, discardStdin: false, isSilent: io.stderr.isTTY !== true });
  const items: ItemOutcome[] = [];
  const entries: HistoryEntry[] = [];
  const logs: LogEntry[] = [];
  const say = (text: string): void => { io.stderr.write(`${text}\n`); };
  return {
    tell(record) {
      if (record.t === 'progress') spinner.start(record.total > 0 ? `${record.text} ${record.done}/${record.total}` : record.text);
      if (record.t === 'item') items.push(record.item);
      if (record.t === 'history') entries.push(record.entry);
      if (record.t === 'log') logs.push(record.entry);
      if (record.t === 'warning') { spinner.stop(); say(chalk.yellow(record.text)); }
    },
    end(record) {
      spinner.stop();
      if (record.t === 'error') say(`${chalk.red(record.message)}\n${record.remedy}`);
      else io.stdout.write(`${resultText(words, record, { items, entries, logs })}\n`);
    },
  };
}

function resultText(words: Words, record: ResultRecord, { items, entries, logs }: { readonly items: readonly ItemOutcome[]; readonly entries: readonly HistoryEntry[]; readonly logs: readonly LogEntry[] }): string {
  switch (record.command) {
    case 'connect': {
      const { value } = record;
      return [words.say('connect.done', value), '', collectionsText(words, value.collections), '', words.say('connect.next')].join('\n');
    }
    case 'disconnect': return words.say('disconnect.done');
    case 'collections': return collectionsText(words, record.value.collections);
    case 'select': return collectionsText(words, [record.value.collection]);
    case 'check-installation': return installationText(words, record.value.rows);
    case 'check-outlook': return outlookCheckText(words, record.value.cases);
    case 'check-server': return checkText(words, record.value);
    case 'failures': return items.length === 0 ? words.say('failures.none') : items.map((item) => whyLine(words, item) ?? itemText(words, item)).join('\n');
    case 'history': return historyTable(words, entries);
    case 'sync': case 'restore': return runText(words, record.value.run, items);
    case 'status': return statusText(words, record.value);
    case 'task': case 'schedule': return record.value.removed > 0 ? words.say('task.removed', { count: record.value.removed }) : taskText(words, record.value.task);
    case 'profiles': return record.value.profiles.join('\n');
    case 'forget-all': return words.say('forget.done', record.value);
    case 'all-status': return allStatusText(words, record.value);
    case 'secret': return words.say(record.value.kept ? 'secret.kept' : 'secret.removed', record.value);
    case 'log': return logs.length === 0 ? words.say('log.none', record.value) : logs.map((entry) => JSON.stringify(entry)).join('\n');
    case 'diagnostic': return record.value.report;
    case 'options': case 'set-option': return optionsText(words, record.value.options);
    case 'pause': return pauseText(words, record.value.pausedAt);
    case 'logon': return record.value.registered ? '' : words.say('task.none');
    case 'scheduled': return scheduledText(words, record.value);
  }
}
