import type { RefusIndices } from '#domain/pre-projet/indices'
import type { Avis } from '#domain/pre-projet/avis'
import type { RefusDepart } from '#domain/courriel/depart'
import type { RefusGrille, Reponse } from '#domain/pre-projet/grille'
import type { RefusReponse } from '#domain/pre-projet/examen'
import type { ActePreProjet, EtatPreProjet, MotifExamen } from '#domain/pre-projet/etat'
import { LIBELLE_REFUS_DEPART } from '#libelles/courriel/courriel'

export const LIBELLE_ETAT_PRE_PROJET: Record<EtatPreProjet, string> = {
  A_TRAITER: 'À traiter',
  A_RETRAVAILLER: 'À retravailler',
  AVIS_RENDU: 'Avis rendu',
  CLOS: 'Close',
}

/** Said of a fiche that came after the last day of help. */
export const HORS_DELAI_FICHE = 'Hors délai'

export const LIBELLE_AVIS: Record<Avis, string> = {
  FAVORABLE: 'Favorable',
  A_RETRAVAILLER: 'À retravailler',
  DEFAVORABLE: 'Défavorable',
  HORS_CHAMP: 'Hors champ',
}

export const LIBELLE_ACTE_PRE_PROJET: Record<ActePreProjet, string> = {
  rendreAvis: 'Rendre un avis',
  demanderReprise: 'Demander une nouvelle version',
  recevoirVersion: 'Recevoir une nouvelle version',
  clore: 'Clore la fiche',
  rouvrir: 'Rouvrir la fiche',
}

export const LIBELLE_REFUS_EXAMEN: Record<MotifExamen, string> = {
  FICHE_CLOSE: 'Cette fiche est close\u00a0: rouvrez-la pour donner un avis.',
  AVIS_TROP_COURT: 'Expliquez votre avis en une phrase au moins\u00a0: la structure la lira.',
}

/** Why an answer to the grid or a draft is not kept; the detail is who was first, absent for oneself. */
export const phraseRefusExamen = (reason: RefusReponse, detail = ''): string => {
  switch (reason) {
    case 'FICHE_CLOSE':
      return LIBELLE_REFUS_EXAMEN.FICHE_CLOSE
    case 'CRITERE_INCONNU':
      return 'Cette question n’est plus dans la grille de la campagne. Rechargez la page.'
    case 'PRECISION_TROP_LONGUE':
      return 'Raccourcissez cette précision\u00a0: 1\u00a0500 caractères au plus.'
    case 'TEXTE_TROP_LONG':
      return 'Raccourcissez cette réponse\u00a0: 10\u00a0000 caractères au plus.'
    case 'REPONSE_CHANGEE':
      if (!detail)
        return 'Vous avez répondu à cette question dans un autre onglet. Cette réponse-là s’affiche\u00a0: celle-ci n’a pas été enregistrée.'
      return `${detail} vient de répondre à cette question. Sa réponse s’affiche\u00a0: la vôtre n’a pas été enregistrée.`
    case 'REDACTION_CHANGEE':
      if (!detail)
        return 'Vous écrivez aussi cette réponse dans un autre onglet. Votre texte reste ici, mais n’est plus enregistré\u00a0: choisissez, puis rechargez la page.'
      return `${detail} écrit aussi cette réponse. Votre texte reste ici, mais n’est plus enregistré\u00a0: mettez-vous d’accord, puis rechargez la page.`
  }
}

export const LIBELLE_REPONSE: Record<Reponse, string> = { OUI: 'Oui', NON: 'Non', A_PRECISER: 'À préciser' }

/** Why an avis is not given. */
export const LIBELLE_REFUS_AVIS: Record<MotifExamen | RefusDepart | 'COURRIEL_CHANGE' | 'ECHEANCE_PASSEE', string> = {
  ...LIBELLE_REFUS_EXAMEN,
  DEPART_PASSE: LIBELLE_REFUS_DEPART.DEPART_PASSE,
  DEPART_TROP_LOIN: LIBELLE_REFUS_DEPART.DEPART_TROP_LOIN,
  COURRIEL_CHANGE:
    'Le courriel n’est plus celui que vous avez relu (la fiche ou la campagne a changé). Fermez cette fenêtre, rechargez la page et relisez-le.',
  ECHEANCE_PASSEE:
    'Ce courriel donne comme à venir une date qui sera passée quand il partira\u00a0: corrigez la réponse, ou son heure de départ.',
}

const REFUS_GRILLE: Record<RefusGrille, string> = {
  AUCUN_CRITERE: 'Gardez au moins une question posée.',
  TROP_DE_CRITERES: 'Une grille compte 40\u00a0questions au plus.',
  QUESTION_VIDE: 'Écrivez le texte de cette question.',
  TEXTE_TROP_LONG: 'Raccourcissez ce texte\u00a0: 1\u00a0500 caractères au plus.',
  PARAGRAPHE_VIDE:
    'Écrivez ce que «\u00a0non\u00a0» et «\u00a0à préciser\u00a0» ajoutent à la réponse, ou ne posez pas cette question.',
  VARIABLE_INCONNUE: 'Ce mot entre accolades n’existe pas.',
  CODE_EN_DOUBLE: 'Deux questions portent le même code. Rechargez la page.',
}

/** Why a grid is not kept, and where. */
export const phraseRefusGrille = (reason: RefusGrille, detail?: string): string =>
  detail?.startsWith('question') ? `${REFUS_GRILLE[reason]} (${detail})` : REFUS_GRILLE[reason]

/** A fiche whose title could not be read is still called something. */
export const titreDe = ({ titre }: { titre: string }): string => titre.trim() || 'Projet sans titre lu'

/** Why hints are not taken as answers. */
export const LIBELLE_REFUS_INDICES: Record<RefusIndices, string> = {
  FICHE_CLOSE: 'Cette fiche est close\u00a0: il n’y a plus à y répondre.',
  INDICES_CHANGES: 'Les indices ne sont plus ceux que vous voyiez\u00a0: relisez-les, puis reprenez-les.',
}
