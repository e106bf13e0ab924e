/**
 * Invented sessions of the main site that touch the guide's subject, and some that only seem to: what an extension
 * that marks mentions must find and must leave alone.
 */

import { person } from './invent.ts';
import type { ReplicaSpeaker } from './types.ts';

export interface Special {
  title: string;
  speakers: ReplicaSpeaker[];
  description: string | null;
  /** Type name; a site without that type uses another. */
  type: string;
  /** Day by index from the guide's first, and wall-clock times. */
  day: number;
  from: string;
  to: string;
}

const sol = person('Solvei Harrowgate', 'Moss & Meter', 2);
const ines = person('Ines Quarterlake', 'Pallet & Co', 3);
const tobin = person('Tobin Greywater', 'Lanternfish Data', 4);
const plumber: ReplicaSpeaker = {
  ...person('Marguerite Pipewell', 'Cilium Plumbing Ltd', 6),
  biography: 'Marguerite founded Cilium Plumbing Ltd, which mends pipes and has nothing to do with the Cilium project.',
};

/** In the order in which they enter the programme. */
export const SPECIALS: readonly Special[] = [
  {
    title: 'CiliumCon Hosted by CNCF - Half Day Event | ALL ACCESS PASS REQUIRED',
    speakers: [],
    description: 'A half day about Cilium, Tetragon and Hubble. Its sessions are listed on the co-located site.',
    type: 'Experiences',
    day: 0,
    from: '09:00',
    to: '12:30',
  },
  {
    title: "Sponsored Demo: What's New in Tetragon",
    speakers: [sol],
    description: 'Ten minutes on stage with the newest release of Tetragon, the runtime security side of Cilium.',
    type: 'Sponsor Programme',
    day: 1,
    from: '13:15',
    to: '13:35',
  },
  {
    title: 'Fix First, Investigate Later: When an eBPF Rollout Brought Down Our Network',
    speakers: [ines, tobin],
    description: 'An outage told backwards: first the rollback, then the eBPF program, then the meeting.',
    type: 'Operations + Performance',
    day: 1,
    from: '16:15',
    to: '16:45',
  },
  {
    title: 'Diagnosing Application Performance With EBPF, Pyroscope, and Kubernetes',
    speakers: [tobin],
    description: 'Profiles without a restart, on a service that nobody dares to redeploy.',
    type: 'Observability',
    day: 2,
    from: '11:00',
    to: '11:30',
  },
  {
    title: 'Fast and the Furious: CICD Pipeline for eBPF Programs at Meta Scale',
    speakers: [ines],
    description: 'How to test a kernel program on many kernels before it meets the first real packet.',
    type: 'Operations + Performance',
    day: 3,
    from: '11:00',
    to: '11:30',
  },
  {
    title: 'Moving House: One Network for Nine Data Centres',
    speakers: [sol, ines],
    description: 'We replaced three network plugins by Cilium and lived. Bring questions about <b>address plans</b>.',
    type: 'Connectivity',
    day: 2,
    from: '14:15',
    to: '14:45',
  },
  {
    title: 'Policies That People Can Read',
    speakers: [tobin],
    description: 'A tour from default-deny to readable rules; examples use Gateway API and Cilium network policies.',
    type: 'Security',
    day: 3,
    from: '14:45',
    to: '15:15',
  },
  {
    title: 'What the Hubble Space Telescope Taught Us About Rollbacks',
    speakers: [person('Orrin Fairwether', 'University of East Marrow', 8)],
    description: 'A mirror ground wrong by two micrometres, a repair in orbit, and what that says about release plans.',
    type: 'Cloud Native Novice',
    day: 1,
    from: '11:00',
    to: '11:30',
  },
  {
    title: 'Leaks, Valves and Back Pressure: Queues for Plumbers',
    speakers: [plumber],
    description: 'A plumber explains flow control, with props.',
    type: 'Data Processing + Storage',
    day: 2,
    from: '16:15',
    to: '16:45',
  },
  {
    title: '#HallwayTrack: Bring Your Own Question + Coffee',
    speakers: [],
    description: null,
    type: 'Experiences',
    day: 1,
    from: '15:00',
    to: '15:00',
  },
  {
    title: 'Night of the Long Deploy: Party, Quiz + Karaoke',
    speakers: [],
    description: 'Doors open at eight; the last container shuts down at one.',
    type: 'Breaks, Meals + Social',
    day: 2,
    from: '20:00',
    to: '01:00',
  },
];
