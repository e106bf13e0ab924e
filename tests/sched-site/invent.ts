/** Invented people, companies, rooms and words. Nothing here refers to anyone or anything real. */
import { at, hashSeed, hex32, pick, type Random } from './random.ts';
import type { ReplicaSpeaker } from './types.ts';

const FIRST = (
  'Adaline Borys Calla Dinesh Elowen Farid Greta Hanno Imani Jorun Kofi Liesl Marek Noor Odile Piers Quilla Rafa ' +
  'Saskia Teodor Uma Viggo Wren Ximena Yusra Zoltan Amadou Britt Ciro Dagny Emeka Fenna Goran Hilde Ivo Jette ' +
  'Keziah Lorcan Mirela Nuno Ottilie Pranav Rosalba Sunniva Tamsin Ulrik Veda Wiktor'
).split(' ');

const LAST = (
  'Abernook Bluethorn Carvellis Dunmarrow Estermoor Fallowick Glimmerstad Hartvale Islemont Jarrowby Kestrelund ' +
  'Larkwater Mossgrave Nettlefold-Ray Oakhampstead Pellinore-Diaz Quarrowby Rookwillow Silverfen Tarnvik Umberlea ' +
  'Vantorre Wickenshaw Yarrowdale Zellenberg Ashgrove-Ito Brambleton Corvanen Duskfield Emberley Foxglade Grennick ' +
  'Hollowmere Ironbark Juniperez Kelpstone Lindqvale Marshwater Northgale Ottermead Penhallowe Quillfeather ' +
  'Ravensby Stonemeadow Thistledown Underbrook Vireolund Wintermark Yewbarrow Zephyrin'
).split(' ');

const COMPANIES = [
  'Quillbridge Systems',
  'Lanternfish Data',
  'Tidemark Freight',
  'Copperleaf Bank',
  'Mosswood Robotics',
  'Peregrine Grid',
  'Saltmarsh Health',
  'Ninth Orchard',
  'Kite & Anchor',
  'Bluestem Retail',
  'Fernhill Aerospace',
  'Umbra Analytics',
  'Wayfarer Rail',
  'Harbourlight Insurance',
  'Cobaltine Games',
  'Ponderosa Cloud',
  'Thimble Labs',
  'University of East Marrow',
  'Verdigris Energy',
  'Zinnia Pay',
];

const ROOMS = [
  'Building A | Level 3 | Grand Ballroom',
  'Building A | Level 3 | A311-A312',
  'Building A | Level 4 | A402',
  'Building B | Level 2 | B203',
  'Building B | Level 3 | B304-B305',
  'Building B | Level 4 | B401-B402',
  'Building B | Level 4 | B406b-B407',
  'Building B | Level 5 | Terrace Hall 1-2',
  'Building B | Level 5 | Terrace Hall 3',
  'Building C | Level 1 | Hall C (Solutions Showcase)',
  'Building C | Level 2 | C205 + C206',
  'Building C | Level 3 | Harbour Room',
];

const DOING = (
  'Taming,Scaling,Debugging,Rethinking,Untangling,Budgeting,Migrating,Hardening,Rehearsing,Shipping,Observing,' +
  'Retiring,Rescuing,Automating,Testing,Upgrading'
).split(',');

const THING = (
  'Cluster Upgrades,Batch Queues,Stateful Workloads,GPU Scheduling,Admission Policies,Secrets Rotation,' +
  'Multi-Tenant Namespaces,Edge Fleets,Golden Paths,Build Pipelines,Object Storage,Trace Sampling,Model Serving,' +
  'Cost Reports,Backup Drills,Gateway Routes,Image Signing,Node Autoscaling,Feature Flags,Incident Reviews'
).split(',');

const HOW = [
  'Without Waking Anyone Up',
  'Lessons From 400 Clusters',
  'A Field Guide for Small Teams',
  'What We Would Do Differently',
  'From Spreadsheet to Controller',
  'The Boring Way',
  'Four Outages Later',
  'In a Regulated Shop',
  'With Half the Budget',
  'One Pull Request at a Time',
  'A Love Story With Three YAML Files',
  'Before the Next Freeze',
];

const SENTENCES = [
  'Two years ago our team ran everything by hand, and it showed.',
  'This session walks through the design, the mistakes and the numbers that convinced our managers.',
  'We compare three approaches and say where each of them fell over.',
  'You will see a live demonstration on a cluster that we break on purpose.',
  'No prior knowledge is needed beyond a first encounter with a pod.',
  'The second half is about people: on-call, documentation and how to say no.',
  'Bring your own horror stories; there is time for questions.',
  'All manifests and scripts are published under an open licence after the talk.',
  'Attendees leave with a checklist that fits on one page.',
  'We close with open problems on which we would love help.',
];

/** A room. */
export function room(chance: Random): string {
  return pick(chance, ROOMS);
}

/** The room of the n-th co-located event, for all its talks. */
export function eventRoom(n: number): string {
  return at(ROOMS, n);
}

/** Sched's seat labels, used in turn. */
const SEATS = ['FULL', 'FILLING', 'LIMITED', 'WAITLISTED', 'SOLD OUT', 'SECRET'];

/** The seat label of the i-th session with one. */
export function seatLabel(i: number): string {
  return at(SEATS, i);
}

const speakers = new Map<number, ReplicaSpeaker>();

/** The k-th invented speaker; there are as many as first names times last names. */
export function speaker(k: number): ReplicaSpeaker {
  const made = speakers.get(k) ?? inventSpeaker(k);
  speakers.set(k, made);
  return made;
}

function inventSpeaker(k: number): ReplicaSpeaker {
  const first = at(FIRST, k);
  const last = at(LAST, k + Math.floor(k / FIRST.length));
  return person(`${first} ${last}`, at(COMPANIES, k * 7 + Math.floor(k / COMPANIES.length)), k);
}

/** A speaker with a given name and company. `k` chooses between the two kinds of slug that Sched has. */
export function person(name: string, company: string, k = 0): ReplicaSpeaker {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/gu, '');
  const slug =
    k % 4 === 1
      ? `${plain.charAt(0)}${plain.split(' ').at(-1) ?? ''}${(k % 89) + 1}`
      : `${plain.replace(/ +/gu, '_')}.${hex32(name).slice(0, 8)}`;
  const biography = `${name} looks after infrastructure at ${company} and ${at(
    ['grows tomatoes', 'sings in a choir', 'repairs old radios', 'runs long distances', 'paints small boats'],
    hashSeed(name),
  )} at weekends.`;
  return { slug, name, company, biography };
}

/** A session title without its speakers. */
export function title(chance: Random): string {
  return `${pick(chance, DOING)} ${pick(chance, THING)}: ${pick(chance, HOW)}`;
}

/** A few filler sentences. About every seventh has inline colours, as pasted abstracts do. */
export function description(chance: Random): string {
  const first = Math.floor(chance() * SENTENCES.length);
  const count = 2 + Math.floor(chance() * 4);
  const sentences = Array.from({ length: count }, (_, i) => at(SENTENCES, first + i * 3));
  const styled = Math.floor(chance() * 21);
  const text = sentences.join(' ');
  if (styled === 0) return `<span style="color:#222222;background-color:#ffffff">${text}</span>`;
  if (styled === 1) return `<p style="color: rgb(0, 0, 0);">${text}</p><ul><li>slides</li><li>source</li></ul>`;
  if (styled === 2) return `${text}<br /><br /><font color="#0b5394">Seats are limited.</font>`;
  return sentences.length > 3 ? `${sentences.slice(0, 2).join(' ')}<br /><br />${sentences.slice(2).join(' ')}` : text;
}
