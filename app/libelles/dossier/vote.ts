import type { DeliberationSaisie } from '#domain/dossier/vote-de-decision'
import { formatJour, type Jour } from '#domain/temps/jour'
import { nomDeSeance } from '#libelles/seance/seance'

/** The vote of a decision, as a page or a paper is given it; `deliberation` is null where it was never written down. */
export type VoteADire = {
  par: 'SEANCE' | 'HORS_SEANCE'
  seance?: { jour: Jour; intitule: string }
  deliberation: DeliberationSaisie | null
}

const deliberationDite = (deliberation: DeliberationSaisie | null): string =>
  deliberation
    ? `délibération n°\u00a0${deliberation.reference} du ${formatJour(deliberation.le)}, exécutoire depuis le ${formatJour(deliberation.executoireLe)}`
    : 'délibération non renseignée'

/** « Commission permanente du 14 décembre 2026 : délibération n° 2026-007 du 14/12/2026, exécutoire depuis le 21/12/2026 ». */
export const phraseVote = ({ seance, deliberation }: VoteADire): string =>
  `${seance ? nomDeSeance(seance) : 'Voté hors séance'}\u00a0: ${deliberationDite(deliberation)}`

/** What to do of a decision whose mail waits for a délibération that nobody typed. */
export const DELIBERATION_A_SAISIR =
  'Le courriel de cette décision ne part pas\u00a0: sa délibération n’est pas renseignée. Un responsable rouvre la décision ci-dessous, puis la prend de nouveau avec le numéro et les dates de la délibération\u00a0; un nouveau courriel partira.'
