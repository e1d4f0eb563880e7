import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../session/session.js';
import type { State } from '../session/state.js';

/** The session, for every component below. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** What the page can do. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new TypeError('useSession: there is no SessionContext above this component');
  return session;
}

/** A part of the state; the component is drawn again when it changes. */
export function useSessionState<T>(part: (state: State) => T): T {
  return useStore(useSession().store, part);
}
