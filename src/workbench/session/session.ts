import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ask, Path, Span } from '../../index.js';
import type { Analyst } from '../analysis/analyst.js';
import type { CaseFile } from '../file/case-file.js';
import { bodyOf, editorOffset, shapeOf } from '../file/file-shape.js';
import { createDealsSession, type DealsSession } from './deals-session.js';
import type { EditorHandle } from './editor-handle.js';
import {
  type Coordinator,
  createEnsembleSession,
  type EnsembleSession,
} from './ensemble-session.js';
import { createRivalsSession } from './rivals-session.js';
import {
  askedOf,
  type Baseline,
  type Column,
  initialState,
  type Looked,
  type MakeStable,
  numberingOf,
  type State,
} from './state.js';
import { createWhatIfSession, type WhatIfSession } from './whatif-session.js';

/** Time without typing before an edited text is analysed, in milliseconds. */
const PAUSE = 150;

/** What the page can do. */
export type Session = DealsSession &
  WhatIfSession &
  EnsembleSession & {
    readonly store: StoreApi<State>;
    readonly open: () => Promise<void>;
    readonly edit: (text: string) => void;
    readonly read: (party: string, reading: string) => void;
    readonly clearMarks: () => void;
    readonly askWhy: (ask: Ask, words: string) => void;
    readonly closeWhy: () => void;
    /** Looks closely at an outcome of the picture. */
    readonly lookAt: (state: number, key: string) => void;
    /** Draws what the outcome looked at leads to, or takes that back. */
    readonly grow: (isGrown: boolean) => void;
    /** Takes an outcome into the picture, with what it leads to, and looks at it. */
    readonly add: (state: number) => void;
    /** Asks what the parties would have to want for the outcome looked at to hold. */
    readonly askMakeStable: () => void;
    readonly goTo: (span: Span) => void;
    readonly show: (column: Column) => void;
    readonly save: () => Promise<void>;
    /** Takes the file's text into the editor; undo brings the own one back. */
    readonly takeFromDisk: () => Promise<void>;
    /** Writes the own text over what the file has become. */
    readonly overwriteDisk: () => Promise<void>;
    readonly dismissDisk: () => void;
    readonly lookAtDisk: () => Promise<void>;
    readonly attachEditor: (editor: EditorHandle | undefined) => void;
  };

/**
 * The page's state and everything that changes it, on top of the worker and the file.
 *
 * @param aside - takes long work, so that answers need not wait for it.
 * @param dealer - takes what is asked of deals.
 * @param rivals - takes what the brief tells of rival readings.
 * @param startCount - starts a worker that counts, over so many others.
 * @param showCaseText - brings a screen into view on which the case text stands.
 */
export function createSession(
  analyst: Analyst,
  aside: Analyst,
  dealer: Analyst,
  rivals: Analyst,
  startCount: () => Coordinator,
  countWorkers: number,
  file: CaseFile,
  showCaseText: () => Promise<void>,
): Session {
  const store = createStore<State>(() => initialState);
  const set = (change: Partial<State>) => store.setState(change);
  const get = store.getState;
  let editor: EditorHandle | undefined;
  /** A place asked for before the editor was there. */
  let whenAttached: ((editor: EditorHandle) => void) | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const rivalReadings = createRivalsSession(store, analyst, rivals);
  /** Hash of the file's version that the person chose to leave aside. */
  let dismissed: string | null | undefined;

  async function answer(): Promise<void> {
    clearTimeout(pause);
    const { text, readings, supposed } = get();
    set({ isComputing: true });
    const outcome = await analyst.ask({
      kind: 'answer',
      text,
      readings,
      supposed,
      rivals: rivalReadings.known({ text, readings, supposed }),
    });
    if (!outcome) return;
    set({ isComputing: false });
    if (outcome.kind === 'failed') {
      set({ problem: outcome.message, isStale: get().answered !== undefined });
    }
    if (outcome.kind !== 'answer') return;
    const { diagnostics, answer: made } = outcome;
    set({
      diagnostics,
      diagnosed: text,
      problem: undefined,
      isStale: made === undefined,
      ...(made ? { answered: { answer: made, text, readings, supposed }, grown: [] } : {}),
    });
    void refreshWhy();
    if (!made) return;
    refreshLook();
    void rivalReadings.tell();
  }

  /** Keeps what is shown now to tell changes against, unless the same kind of change goes on. */
  function setBaseline(cause: Baseline['cause'], says: string): void {
    const { baseline, answered } = get();
    if (!answered || (cause === 'edit' && baseline?.cause === 'edit')) return;
    set({ baseline: { cause, says, answered } });
  }

  function changeText(text: string): void {
    set({ text });
    clearTimeout(pause);
    pause = setTimeout(answer, PAUSE);
  }

  function loadText(text: string): void {
    const shape = shapeOf(text);
    set({ shape });
    // First, so that what the editor reports back is no edit.
    changeText(text);
    editor?.replace(bodyOf(text, shape), shape.lineBreak);
  }

  async function refreshWhy(): Promise<void> {
    const { why, answered } = get();
    // Other rules or issues number the outcomes anew: only under the same may it be asked again.
    if (!why || !answered || why.numbering !== numberingOf(answered)) return;
    const { ask, words, numbering } = why;
    const outcome = await analyst.ask({
      ...askedOf(answered),
      kind: 'explain',
      party: ask.about === 'verdict' ? ask.party : undefined,
      state: ask.state,
    });
    if (!outcome || get().why?.ask !== ask) return;
    set({
      why: {
        ask,
        words,
        numbering,
        document: outcome.kind === 'explain' ? outcome.document : undefined,
        problem: outcome.kind === 'failed' ? outcome.message : undefined,
      },
    });
  }

  /** Other numbers may stand for the outcomes of a new answer: the same one is found by its words. */
  function refreshLook(): void {
    const { looked, answered } = get();
    if (!looked) return;
    const node = answered?.answer.graph.nodes.find(({ key }) => key === looked.key);
    if (node) void lookAt(node.state, node.key);
    else set({ looked: undefined });
  }

  async function lookAt(state: number, key: string): Promise<void> {
    const { answered, looked } = get();
    if (!answered) return;
    const asked: Looked = { state, key, look: looked?.look, problem: undefined };
    set({ looked: asked, makeStable: undefined });
    const outcome = await analyst.ask({ ...askedOf(answered), kind: 'look', state });
    if (!outcome || get().looked !== asked) return;
    const look = outcome.kind === 'look' ? outcome.look : undefined;
    set({
      looked: {
        ...asked,
        key: look?.node.key ?? key,
        look,
        problem: outcome.kind === 'failed' ? outcome.message : undefined,
      },
    });
  }

  function grow(isGrown: boolean): void {
    const { looked, grown } = get();
    const look = looked?.look;
    if (!look || look.node.state !== looked?.state) return;
    const { state } = looked;
    const others = grown.filter((one) => one.state !== state);
    set({ grown: isGrown ? [...others, { state, growth: look.growth }] : others });
  }

  async function askMakeStable(): Promise<void> {
    const { answered, looked } = get();
    if (!answered || !looked) return;
    const { state } = looked;
    const asked: MakeStable = { state, document: undefined, problem: undefined };
    set({ makeStable: asked });
    const outcome = await aside.ask({ ...askedOf(answered), kind: 'makeStable', state });
    if (!outcome || get().makeStable !== asked) return;
    set({
      makeStable: {
        state,
        document: outcome.kind === 'makeStable' ? outcome.document : undefined,
        problem:
          outcome.kind === 'makeStable'
            ? outcome.hindrance
            : outcome.kind === 'failed'
              ? outcome.message
              : undefined,
      },
    });
  }

  function goTo(span: Span): void {
    const { text, shape } = get();
    set({ column: 'case' });
    const [start, end] = [span.start, span.end].map((at) => editorOffset(text, shape, at));
    const select = (handle: EditorHandle) => handle.select(start ?? 0, end ?? 0);
    void showCaseText().then(() => {
      // A column that was hidden has a size only after it is drawn.
      requestAnimationFrame(() => {
        if (editor) select(editor);
        else whenAttached = select;
      });
    });
  }

  async function locate(path: Path): Promise<void> {
    const outcome = await analyst.ask({ kind: 'locate', text: get().text, path });
    if (outcome?.kind === 'locate' && outcome.span) goTo(outcome.span);
  }

  async function write(baseHash: string | null): Promise<void> {
    if (get().isSaving) return;
    const { text } = get();
    set({ isSaving: true, saveProblem: undefined });
    const result = await file.save(text, baseHash);
    set({ isSaving: false });
    switch (result.kind) {
      case 'saved':
        set({ saved: { text, hash: result.hash }, disk: undefined });
        break;
      case 'refused':
        set({ disk: { hash: result.hash, text: result.text } });
        break;
      case 'failed':
        set({ saveProblem: result.message });
    }
  }

  return {
    ...createDealsSession(store, dealer),
    ...createWhatIfSession(store, setBaseline, answer),
    ...createEnsembleSession(store, startCount, countWorkers),
    store,
    open: async () => {
      try {
        const { name, text, hash } = await file.read();
        const shape = shapeOf(text);
        set({ opening: { kind: 'open' }, fileName: name, shape, text, saved: { text, hash } });
        await answer();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        set({ opening: { kind: 'failed', message } });
      }
    },
    edit: (text) => {
      if (text === get().text) return;
      setBaseline('edit', 'by your edits');
      changeText(text);
    },
    read: (party, reading) => {
      const { readings, answered } = get();
      const found = answered?.answer.parties.find(({ id }) => id === party);
      const label = found?.readings.find(({ id }) => id === reading)?.label ?? reading;
      setBaseline('reading', `since ${found?.called ?? party} is read as “${label}”`);
      set({ readings: { ...readings, [party]: reading } });
      void answer();
    },
    clearMarks: () => set({ baseline: undefined }),
    askWhy: (ask, words) => {
      const { answered } = get();
      if (ask.about === 'element') {
        void locate(ask.path);
      } else if (answered) {
        const numbering = numberingOf(answered);
        set({ why: { ask, words, numbering, document: undefined, problem: undefined } });
        void refreshWhy();
      }
    },
    closeWhy: () => set({ why: undefined }),
    lookAt: (state, key) => void lookAt(state, key),
    grow,
    askMakeStable: () => void askMakeStable(),
    add: (state) => void lookAt(state, '').then(() => grow(true)),
    goTo,
    show: (column) => set({ column }),
    save: () => write(get().saved.hash),
    takeFromDisk: async () => {
      try {
        const { text, hash } = await file.read();
        setBaseline('disk', 'since the file was read again');
        set({ saved: { text, hash }, disk: undefined, saveProblem: undefined });
        loadText(text);
      } catch (error) {
        set({ saveProblem: error instanceof Error ? error.message : String(error) });
      }
    },
    overwriteDisk: async () => {
      const { disk } = get();
      if (disk) await write(disk.hash);
    },
    dismissDisk: () => {
      dismissed = get().disk?.hash;
      set({ disk: undefined });
    },
    lookAtDisk: async () => {
      const { isSaving, saved } = get();
      if (isSaving) return;
      const hash = await file.presentHash();
      // The file may have been written or read again while the question was on its way.
      if (hash === undefined || get().isSaving || get().saved.hash !== saved.hash) return;
      if (hash === saved.hash) set({ disk: undefined });
      else if (hash !== dismissed && get().disk?.hash !== hash) set({ disk: { hash, text: null } });
    },
    attachEditor: (handle) => {
      editor = handle;
      if (handle) whenAttached?.(handle);
      whenAttached = undefined;
    },
  };
}
