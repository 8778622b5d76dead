import { type CauseDUnEssai, type CauseEchec, type CauseSuspension, PORTEE } from '#domain/courriel/echec-envoi'

/** How the tries follow one another. Times in ms. */
export type Rythme = {
  /** The first wait, doubled at each try up to `plafond`. */
  premier: number
  plafond: number
  /** A mail that could not leave for so long is given up, and an officer told. */
  duree: number
  /** How long a worker has to hand over a mail it took, before another may take it. */
  bail: number
  /** Past this, a message on its way whose end nobody told is one whose end nobody knows: longer than any server may think (RFC 5321 § 4.5.3.2.6). */
  silence: number
}

const MINUTE = 60_000
const HEURE = 60 * MINUTE

/** Four days, as mail systems try (RFC 5321 § 4.5.4.1 asks for four to five). */
export const JOURS_DESSAIS = 4

export const RYTHME: Rythme = {
  premier: MINUTE / 2,
  plafond: HEURE,
  duree: JOURS_DESSAIS * 24 * HEURE,
  bail: 2 * MINUTE,
  silence: 15 * MINUTE,
}

/** The wait after this many tries that failed; `hasard` in [0, 1[ moves it by a fifth, so that several senders do not come back together. */
export const attenteMs = (essais: number, hasard: number, { premier, plafond }: Rythme): number =>
  Math.round(Math.min(plafond, premier * 2 ** Math.min(essais, 30)) * (0.8 + 0.4 * hasard))

/** So many mails put off without one taken between them: the server is busy with all of them. */
export const RAFALE = 5

/** The same refusal for addresses of so many domains, without one mail taken between them, is not about the addresses. */
export const DOMAINES = 3

/** What is known of the other mails when a try fails. */
export type Autour = {
  /** Why the sending is suspended; null when it is not. */
  suspendue: CauseSuspension | null
  /** This try is the one that asks whether the suspension may end. */
  sonde: boolean
  /** The server already refused this mail so, and has taken others since. */
  autresPassees: boolean
  /** Mails put off since the server last took one, this one too. */
  reports: number
  /** Domains refused in these words since the server last took a mail, this one too. */
  domaines: number
  /** The sending was suspended and let go again since this try began: what it met is what the others met. */
  reprisDepuis: boolean
  /** This mail waits for longer than tries go on. */
  expire: boolean
}

export type Suite =
  | { type: 'SUSPENDRE'; cause: CauseSuspension }
  | { type: 'REPORTER' }
  /** Fails alone; `suspendre` when the way to the server is cut too. */
  | { type: 'ECHOUER'; cause: CauseEchec; suspendre: CauseSuspension | null }

const echouer = (cause: CauseEchec, suspendre: CauseSuspension | null = null): Suite => ({
  type: 'ECHOUER',
  cause,
  suspendre,
})

/**
 * What becomes of a mail after a try that failed, and of the sending with it. A fault that every mail would meet suspends the sending and costs
 * no mail anything; a mail refused alone while others pass fails alone, whatever the server calls it.
 */
export function suiteDe(cause: CauseDUnEssai, autour: Autour): Suite {
  const { suspendue, sonde, autresPassees, reports, domaines, reprisDepuis, expire } = autour
  switch (PORTEE[cause]) {
    case 'INCONNU':
      return echouer(cause, 'COUPURE')
    case 'TOUS': {
      const suspension = cause as CauseSuspension
      if (cause === 'ENVOI_INTERDIT' && autresPassees) return echouer('REFUSE')
      return expire ? echouer('DELAI_DEPASSE', suspension) : { type: 'SUSPENDRE', cause: suspension }
    }
    case 'PLUS_TARD': {
      const tous = reports >= RAFALE || (sonde && suspendue === 'SERVEUR_OCCUPE')
      if (expire) return echouer('DELAI_DEPASSE', tous ? 'SERVEUR_OCCUPE' : null)
      return tous ? { type: 'SUSPENDRE', cause: 'SERVEUR_OCCUPE' } : { type: 'REPORTER' }
    }
    case 'UN': {
      if (domaines < DOMAINES) return reprisDepuis && !expire ? { type: 'REPORTER' } : echouer(cause)
      return expire ? echouer(cause, 'REFUS_GENERAL') : { type: 'SUSPENDRE', cause: 'REFUS_GENERAL' }
    }
  }
}

/** The domain of an address, `''` without one. */
export const domaineDe = (adresse: string): string => adresse.split('@').at(-1)?.trim().toLowerCase() ?? ''

/** The words of a refusal without what is of one mail: its address, its domain, numbers of a session. Two that are equal say the same. */
export const empreinteDuRefus = (reponse: string, destinataire: string): string => {
  const domaine = domaineDe(destinataire)
  return reponse
    .toLowerCase()
    .split(/\s+/)
    .filter(
      (mot) => !mot.includes('@') && !(domaine && mot.includes(domaine)) && !/\d{4}|\d[a-z]+\d|[\da-f]{8}/.test(mot),
    )
    .join(' ')
    .trim()
}
