import { caseOfText } from './small-cases.js';

/** Two villages and a well, with labels as a desk officer would write them. Today is state 3. */
export const villages = caseOfText(`
detente: 1
title: Two villages and a well
as_of: 2025-04-27
parties: {North: {name: Northfield, called: the village of Northfield}, South: Southam}
issues:
  pump:
    label: the pump
    by: North
    levels: {shared: {label: shared, act: share the pump}, locked: {label: locked, act: lock the pump}}
  road: {label: the road, by: South, levels: [open, blocked]}
  treaty: {label: the treaty, agree: [North, South], levels: {none: not signed, quotas: signed}}
today: {pump: locked, road: blocked, treaty: none}
wants:
  North:
    - {want: road = open, label: an open road, why: its only way to market}
    - pump = locked
    - treaty = quotas
  South: [pump = shared, treaty = quotas, road = blocked]
outcomes:
  opening: {label: the opening, when: pump = shared and road = open and treaty = none}
  concession: {label: the concession, when: pump = locked and road = open}
  sharing: {label: sharing, when: pump = shared}
proposals: {truce: {label: the truce, by: North, terms: {treaty: quotas}}}
`);
