import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Etat } from '#domain/dossier/etat'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { EtatRapport } from '#domain/rapport/rapport'
import { jourDeParis } from '#domain/temps/jour'
import { type Preuve, preuveDuDepart } from '#domain/courriel/preuve'
import { motDuCourriel } from '#libelles/courriel/courriel'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { HORS_DELAI_FICHE, LIBELLE_AVIS, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { LIBELLE_ETAT_RAPPORT } from '#libelles/rapport'
import { type Aspect, Etiquette } from '#ui/kit/icone/etiquette'

const DOSSIER: Record<Etat, Aspect> = {
  BROUILLON: { icone: 'edit', ton: 'neutre' },
  DEPOSE: { icone: 'inbox', ton: 'depose' },
  INCOMPLET: { icone: 'error', ton: 'incomplet' },
  COMPLET: { icone: 'task-alt', ton: 'complet' },
  EN_INSTRUCTION: { icone: 'search', ton: 'instruction' },
  VOTE: { icone: 'playlist-add-check', ton: 'complet' },
  ACCORDE: { icone: 'check-circle', ton: 'accorde' },
  ACCORDE_PARTIEL: { icone: 'tonality', ton: 'accorde' },
  REFUSE: { icone: 'cancel', ton: 'refuse' },
  SANS_SUITE: { icone: 'remove-circle', ton: 'neutre' },
  DECIDE_AILLEURS: { icone: 'task-alt', ton: 'neutre' },
  REJET_IMPLICITE: { icone: 'cancel', ton: 'neutre' },
  RETIRE: { icone: 'remove-circle', ton: 'neutre' },
  HORS_DELAI: { icone: 'schedule', ton: 'refuse' },
  INELIGIBLE: { icone: 'block', ton: 'refuse' },
}

const PRE_PROJET: Record<EtatPreProjet, Aspect> = {
  A_TRAITER: { icone: 'inbox', ton: 'depose' },
  A_RETRAVAILLER: { icone: 'edit', ton: 'incomplet' },
  AVIS_RENDU: { icone: 'rate-review', ton: 'complet' },
  CLOS: { icone: 'remove-circle', ton: 'neutre' },
}

const AVIS: Record<Avis, Aspect> = {
  FAVORABLE: { icone: 'check-circle', ton: 'accorde' },
  A_RETRAVAILLER: { icone: 'edit', ton: 'incomplet' },
  DEFAVORABLE: { icone: 'cancel', ton: 'refuse' },
  HORS_CHAMP: { icone: 'remove-circle', ton: 'neutre' },
}

const COURRIEL: Record<EtatCourriel, Aspect> = {
  A_ENVOYER: { icone: 'schedule-send', ton: 'depose' },
  RETENU: { icone: 'hourglass-top', ton: 'alerte' },
  ENVOYE: { icone: 'mail', ton: 'depose' },
  NON_REMIS: { icone: 'error', ton: 'depasse' },
  ECHEC: { icone: 'error', ton: 'depasse' },
  ANNULE: { icone: 'cancel-schedule-send', ton: 'neutre' },
}

const RAPPORT: Record<EtatRapport, Aspect> = {
  EN_ATTENTE: { icone: 'schedule', ton: 'neutre' },
  EN_COURS: { icone: 'hourglass-top', ton: 'instruction' },
  PRET: { icone: 'check-circle', ton: 'accorde' },
  ECHEC: { icone: 'error', ton: 'depasse' },
}

export const EtatChip = ({ etat }: { etat: Etat }) => <Etiquette {...DOSSIER[etat]}>{LIBELLE_ETAT[etat]}</Etiquette>

export const EtatPreProjetChip = ({ etat }: { etat: EtatPreProjet }) => (
  <Etiquette {...PRE_PROJET[etat]}>{LIBELLE_ETAT_PRE_PROJET[etat]}</Etiquette>
)

export const AvisChip = ({ avis }: { avis: Avis }) => <Etiquette {...AVIS[avis]}>{LIBELLE_AVIS[avis]}</Etiquette>

/** What is proved of a mail. */
export const ASPECT_DE_PREUVE: Record<Preuve, Aspect> = {
  PROMIS: { icone: 'schedule', ton: 'neutre' },
  REMIS_AU_RELAIS: { icone: 'mail', ton: 'depose' },
  REMIS_AU_SERVEUR: { icone: 'check-circle', ton: 'accorde' },
  REFUSE: { icone: 'error', ton: 'depasse' },
}

/** Where a mail stands; `remisAuServeurLe` is to be read with its state, or one whose recipient has it says that our relay has. */
export function EtatCourrielChip(courriel: { etat: EtatCourriel; remisAuServeurLe: Date | null }) {
  const preuve = preuveDuDepart(courriel)
  return (
    <Etiquette {...(preuve ? ASPECT_DE_PREUVE[preuve] : COURRIEL[courriel.etat])}>{motDuCourriel(courriel)}</Etiquette>
  )
}

export const EtatRapportChip = ({ etat }: { etat: EtatRapport }) => (
  <Etiquette {...RAPPORT[etat]}>{LIBELLE_ETAT_RAPPORT[etat]}</Etiquette>
)

const jourMois = (instant: Date) => jourDeParis(instant).slice(5).split('-').reverse().join('/')

/** Beside the state of a dossier: the demandeur may write until this instant. */
export const OuvertChip = ({ jusquAu }: { jusquAu: Date }) => (
  <Etiquette icone="lock-open" ton="ouvert" title={`Ouvert à modification jusqu’au ${jourMois(jusquAu)}`}>
    Ouvert jusqu’au {jourMois(jusquAu)}
  </Etiquette>
)

/** Beside the state of a dossier: the demandeur asks to be let back in. */
export const DemandeOuvertureChip = () => (
  <Etiquette icone="lock-open" ton="alerte" title="Le demandeur demande à modifier son dossier">
    Modification demandée
  </Etiquette>
)

/** A fiche that came after the last day of help. */
export const HorsDelaiChip = () => (
  <Etiquette icone="schedule" ton="alerte" title="Reçue après la date limite des fiches">
    {HORS_DELAI_FICHE}
  </Etiquette>
)
