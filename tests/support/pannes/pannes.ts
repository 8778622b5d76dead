import { setTimeout as attendre } from 'node:timers/promises'
import { RYTHME, type Rythme } from '#domain/courriel/suspension'
import type { Db } from '#infra/db'
import type { Store } from '#infra/queue'
import type { OwnRedis } from '#support/redis'
import type { OwnSmtp } from '#support/smtp'
import type { WorkerProcess } from '#support/worker-process'

/** How much faster than in life the tries follow one another. */
export const ECHELLE = 150

/** The rythme of the software, at that pace; what waits for a worker that died, a little slower, since processes do not start faster. */
export const RYTHME_DESSAI: Rythme = {
  premier: RYTHME.premier / ECHELLE,
  plafond: RYTHME.plafond / ECHELLE,
  duree: RYTHME.duree / ECHELLE,
  bail: 3_000,
  silence: 4_000,
}

/** What a fault is played on: an application of its own, and everything around it that may fail. */
export type Banc = {
  db: Db
  url: string
  dir: string
  store: Store
  redis: OwnRedis | undefined
  smtp: OwnSmtp
  /** Stops the database at once, and brings it back on the same port; absent where it is shared with others. */
  redemarrerBase?: () => Promise<void>
}

type Partie = Banc & {
  /** How long, in ms, the fault lasts. */
  dure: number
  ouvrier: WorkerProcess
  /** Starts another worker in the place of one that was killed. */
  relancer: () => void
}

export type Panne = {
  nom: string
  /** What an officer is told of one mail, and of no other: expected, not a loss. */
  refus?: number
  sur?: Store['kind']
  /** Needs a database of its own. */
  base?: true
  /** The worker does not live through it. */
  tue?: true
  /** What happens once a fifth of the mails left. */
  arrive: (partie: Partie) => Promise<void>
}

/** The mail server answers otherwise for a while, then as before. */
const enPanne = async ({ smtp, dure }: Partie, autres: Partial<Pick<OwnSmtp, 'answer' | 'expediteur' | 'coupe'>>) => {
  const { answer, expediteur, coupe } = smtp
  Object.assign(smtp, autres)
  await attendre(dure)
  Object.assign(smtp, { answer, expediteur, coupe })
}

const reponse = (code: number, message: string) => () => ({ code, message })
export const rien = () => null

export const ADRESSE_FAUSSE = 'personne@commune0.exemple.test'

export const PANNES: Panne[] = [
  {
    nom: 'serveur de courrier arrêté',
    arrive: async ({ smtp, dure }) => {
      await smtp.stop()
      await attendre(dure)
      await smtp.start()
    },
  },
  {
    nom: '421 à chaque connexion',
    arrive: (partie) => enPanne(partie, { expediteur: reponse(421, '4.7.0 too many connections') }),
  },
  {
    nom: '450 à chaque destinataire',
    arrive: (partie) => enPanne(partie, { answer: reponse(450, '4.2.0 try again later') }),
  },
  {
    nom: '530 pour tous',
    arrive: (partie) => enPanne(partie, { expediteur: reponse(530, '5.7.0 Authentication required') }),
  },
  {
    nom: '550 5.7.1 pour tous',
    arrive: (partie) => enPanne(partie, { answer: reponse(550, '5.7.1 Unable to relay') }),
  },
  {
    nom: 'le même 550 sans précision pour tous',
    arrive: (partie) => enPanne(partie, { answer: reponse(550, 'Rejected') }),
  },
  {
    nom: '550 5.1.1 pour une adresse',
    refus: 1,
    arrive: ({ smtp }) => {
      smtp.answer = (adresse) => (adresse === ADRESSE_FAUSSE ? { code: 550, message: '5.1.1 User unknown' } : null)
      return Promise.resolve()
    },
  },
  {
    nom: 'coupure après DATA',
    arrive: (partie) => enPanne(partie, { coupe: () => true }),
  },
  {
    nom: 'kill -9 du worker',
    tue: true,
    arrive: async ({ ouvrier, relancer }) => {
      await ouvrier.kill('SIGKILL')
      relancer()
    },
  },
  {
    nom: 'Redis redémarré, vide',
    sur: 'redis',
    arrive: async ({ redis }) => {
      await redis?.stop()
      await attendre(1_000)
      await redis?.start()
    },
  },
  { nom: 'FLUSHALL', sur: 'redis', arrive: async ({ redis }) => redis?.flush() },
  { nom: 'PostgreSQL redémarré', base: true, arrive: async ({ redemarrerBase }) => redemarrerBase?.() },
]
