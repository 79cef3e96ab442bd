import { type ChildProcess, spawn } from 'node:child_process';
import type { Content } from './content';
import type { Marks } from './measure';

/** One memo to set. `createdAt` is in seconds since 1970; `template` is Typst. */
export type Job = {
  template: string;
  memo: Content;
  standard: string;
  createdAt: number;
  attachments: { bytes: Uint8Array }[];
};

/** A memo that could not be set, in a sentence without any of the memo's own text. */
export class PressError extends Error {
  override name = 'PressError';
}

type Sheet = { pdf: Uint8Array; pages: number; marks: Marks | null };
type Answer = { ready: true } | ({ id: number } & (Sheet | { failed: string }));
type Order = { job: Job; done: (sheet: Sheet) => void; fail: (error: PressError) => void };
type Machine = {
  child: ChildProcess;
  order: Order | null;
  id: number;
  timer: NodeJS.Timeout | undefined;
};

/**
 * One or two presses, each in a process of its own that is started when there is work, killed when
 * a memo takes longer than `patience` and ended after `rest` without work (both milliseconds). A
 * memo lost with its press fails alone: the next one gets a new press.
 */
export class Pool {
  readonly #machines = new Set<Machine>();
  readonly #queue: Order[] = [];
  readonly #command: string[];
  readonly #size: number;
  readonly #patience: number;
  readonly #rest: number;
  #count = 0;

  constructor(command: string[], { size = 2, patience = 10_000, rest = 30_000 } = {}) {
    this.#command = command;
    this.#size = size;
    this.#patience = patience;
    this.#rest = rest;
    process.once('exit', () => this.#killAll());
  }

  /** Process ids of the presses that are running now. */
  get pids(): number[] {
    return [...this.#machines].flatMap(({ child }) => child.pid ?? []);
  }

  /** Sets one memo, in its turn. Rejects with a `PressError` if the press refuses it or is lost. */
  print(job: Job): Promise<Sheet> {
    return new Promise((done, fail) => {
      this.#queue.push({ job, done, fail });
      this.#next();
    });
  }

  /** Ends every press. What is being set fails; a later `print` starts anew. */
  close(): void {
    this.#killAll();
  }

  #killAll(): void {
    for (const { child } of this.#machines) child.kill('SIGKILL');
  }

  #next(): void {
    const order = this.#queue[0];
    if (order === undefined) return;
    const idle = [...this.#machines].find((one) => one.order === null);
    const machine = idle ?? (this.#machines.size < this.#size ? this.#start() : undefined);
    if (machine === undefined) return;
    this.#queue.shift();
    this.#give(machine, order);
  }

  #give(machine: Machine, order: Order): void {
    clearTimeout(machine.timer);
    machine.order = order;
    machine.id = ++this.#count;
    hold(machine.child);
    const lost = 'The memo took too long to set and was given up.';
    machine.timer = setTimeout(() => {
      this.#drop(machine, lost);
      machine.child.kill('SIGKILL');
    }, this.#patience);
    machine.child.send({ id: machine.id, ...order.job }, (error) => {
      if (error) this.#drop(machine, 'The press stopped before it had the memo.');
    });
  }

  #start(): Machine {
    const { NODE_ENV, PATH, SystemRoot } = process.env;
    const child = spawn(process.execPath, this.#command, {
      // Nothing of the server's environment: a press needs no secret.
      env: { NODE_ENV, PATH, SystemRoot, TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const machine: Machine = { child, order: null, id: 0, timer: undefined };
    this.#machines.add(machine);
    child.on('message', (answer: Answer) => this.#take(machine, answer));
    child.on('error', () => this.#drop(machine, 'The press could not be started.'));
    child.on('exit', () => this.#drop(machine, 'The press broke while it set the memo.'));
    return machine;
  }

  #take(machine: Machine, answer: Answer): void {
    const { order } = machine;
    if (order === null || !('id' in answer) || answer.id !== machine.id) return;
    machine.order = null;
    clearTimeout(machine.timer);
    release(machine.child);
    machine.timer = setTimeout(() => this.#retire(machine), this.#rest);
    machine.timer.unref();
    if ('failed' in answer) order.fail(new PressError(reasons[answer.failed] ?? reasons.layout));
    else order.done({ pdf: answer.pdf, pages: answer.pages, marks: answer.marks });
    this.#next();
  }

  #retire(machine: Machine): void {
    this.#machines.delete(machine);
    machine.child.disconnect();
  }

  #drop(machine: Machine, sentence: string): void {
    clearTimeout(machine.timer);
    this.#machines.delete(machine);
    machine.order?.fail(new PressError(sentence));
    machine.order = null;
    this.#next();
  }
}

const reasons: Record<string, string | undefined> = {
  layout: 'The memo could not be set.',
  warning: 'The memo could not be set in its own typeface.',
  standard: 'The memo cannot be written in the PDF standard that was asked for.',
};

/** A press at work keeps its server alive; one at rest does not. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
