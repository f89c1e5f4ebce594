// The lab's own switches, taken off the command line before the engine sees it. Everything of the lab is named here, nothing is found by itself.

export interface LabSwitches {
  readonly profileRoot: string;
  readonly outlook:
    | { readonly kind: 'memory'; readonly file: string }
    | { readonly kind: 'shell'; readonly module: string; readonly function: string; readonly path: string };
  /** A file of milliseconds (lab-clock.ts). */
  readonly clock: string | undefined;
  readonly rest: readonly string[];
  /** The lab's own, as they were given. */
  readonly own: readonly string[];
}

const OWN = ['profile-root', 'outlook', 'outlook-module', 'outlook-function', 'outlook-path', 'clock'] as const;

/** @throws Error that says which switch is missing */
export function labSwitches(argv: readonly string[]): LabSwitches {
  const taken = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const name = OWN.find((own) => word === `--${own}` || word.startsWith(`--${own}=`));
    if (name === undefined) rest.push(word);
    else if (word.includes('=')) taken.set(name, word.slice(word.indexOf('=') + 1));
    else taken.set(name, argv[at += 1] ?? '');
  }
  const need = (name: (typeof OWN)[number]): string => {
    const value = taken.get(name);
    if (value === undefined || value === '') throw new Error(`m2ksync-lab: --${name} is missing: the lab names its own, so that it never touches a real mailbox`);
    return value;
  };
  const memory = /^memory:(.+)$/.exec(taken.get('outlook') ?? '')?.[1];
  return {
    own: [...taken].flatMap(([name, value]) => [`--${name}`, value]),
    profileRoot: need('profile-root'), clock: taken.get('clock'), rest,
    outlook: memory !== undefined ? { kind: 'memory', file: memory }
      : { kind: 'shell', module: need('outlook-module'), function: taken.get('outlook-function') ?? 'Get-LabOutlook', path: need('outlook-path') },
  };
}
