// `history`: what was overwritten or deleted, or lost, in the last 30 days (mission B2). Never takes the lock, asks nobody.
import { historyText } from '../../report/history-text.js';
import { historyView } from '../../report/history-view.js';
import { openStore } from '../../state/store.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';

export const history: Command<'history'> = ({ profile, settings, words, tell }, request) => {
  const { collections } = settings.read(), store = openStore(profile);
  try {
    const images = store.history.find({ ...(request.since === undefined ? {} : { since: request.since }), ...(request.run === undefined ? {} : { run: request.run }) });
    for (const image of images) {
      const entry = historyView(image, collections[image.link]?.name ?? image.link);
      tell({ t: 'history', entry, text: historyText(words, entry) });
    }
    return Promise.resolve({ value: { count: images.length }, exitCode: EXIT.inStep });
  } finally {
    store.close();
  }
};
