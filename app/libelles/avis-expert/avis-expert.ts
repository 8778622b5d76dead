import {
  AVIS_PAR_DOSSIER,
  type EtatLienDAvis,
  JOURS_MAX_D_AVIS,
  MOTS_D_AVIS_MAX,
  NOM_D_EXPERT_MAX,
  QUESTION_MAX,
  type RefusAvisRendu,
  type RefusDemandeAvis,
  type RefusProlongation,
  type RefusRevocation,
} from '#domain/avis-expert/avis-expert'
import { compter } from '#domain/nombre'
import { formatJour, type Jour } from '#domain/temps/jour'

const FERME = 'Aucun avis ne se demande plus\u00a0: ce dossier n’est pas déposé, ou il est voté ou décidé.'
const JOUR = {
  JOUR_PASSE: 'Ce jour est passé\u00a0: donnez-en un à venir.',
  JOUR_TROP_LOIN: `Donnez un jour dans les ${compter(JOURS_MAX_D_AVIS, 'jour')}\u00a0: un lien ne s’ouvre pas plus longtemps.`,
} as const

/** Why an avis is not asked for. */
export const LIBELLE_REFUS_DEMANDE_AVIS: Record<RefusDemandeAvis, string> = {
  ...JOUR,
  DOSSIER_FERME: FERME,
  TROP_D_AVIS: `Ce dossier a déjà ${compter(AVIS_PAR_DOSSIER, 'avis demandé', 'avis demandés')}\u00a0: c’est le plus qu’il peut avoir.`,
  NOM_A_DONNER: 'Donnez le prénom et le nom de la personne.',
  NOM_TROP_LONG: `Le prénom et le nom ont ${compter(NOM_D_EXPERT_MAX, 'caractère')} au plus chacun.`,
  COURRIEL_ILLISIBLE: 'Cette adresse ne se lit pas\u00a0: écrivez-la comme nom@exemple.fr.',
  QUESTION_TROP_COURTE: 'Dites ce que vous demandez, en une phrase au moins.',
  QUESTION_TROP_LONGUE: `La question a ${compter(QUESTION_MAX, 'caractère')} au plus.`,
  PIECE_NON_OUVRABLE:
    'Une pièce choisie n’est plus celle du dossier, ou l’antivirus ne l’a pas laissée passer\u00a0: rechargez la page et choisissez de nouveau.',
}

export const LIBELLE_REFUS_PROLONGATION: Record<RefusProlongation, string> = {
  ...JOUR,
  REVOQUE: 'Ce lien a été retiré\u00a0: demandez un nouvel avis.',
  DOSSIER_FERME: FERME,
  JOUR_DEJA_DONNE: 'Donnez un jour plus lointain que celui d’aujourd’hui sur le lien.',
}

export const LIBELLE_REFUS_REVOCATION: Record<RefusRevocation, string> = {
  REVOQUE: 'Ce lien est déjà retiré.',
}

/** Why the answer of an expert is not kept, for them. */
export const LIBELLE_REFUS_AVIS_RENDU: Record<RefusAvisRendu | 'CHANGE_DEPUIS' | 'TROP_D_ESSAIS', string> = {
  MOTS_TROP_COURTS: 'Expliquez votre avis, en une phrase au moins.',
  MOTS_TROP_LONGS: `Votre avis a ${compter(MOTS_D_AVIS_MAX, 'caractère')} au plus.`,
  CHANGE_DEPUIS:
    'Un avis a été enregistré ailleurs depuis que cette page est ouverte\u00a0: gardez votre texte, rechargez la page et envoyez-le de nouveau.',
  TROP_D_ESSAIS: 'Vous avez envoyé plusieurs avis de suite\u00a0: attendez une minute et recommencez.',
}

/** Where a request stands, for an officer. */
export function phraseEtatDAvis(lien: EtatLienDAvis, jusquAu: Jour): string {
  const jour = formatJour(jusquAu)
  const phrases: Record<EtatLienDAvis, string> = {
    OUVERT: `Le lien s’ouvre jusqu’au ${jour} inclus.`,
    EXPIRE: `Le lien ne s’ouvre plus depuis la fin du ${jour}.`,
    REVOQUE: 'Le lien a été retiré.',
    DOSSIER_FERME: 'Le lien ne s’ouvre plus\u00a0: le dossier est voté ou décidé.',
  }
  return phrases[lien]
}

/** What confidential means, for who asks and for who answers. */
export const PHRASE_CONFIDENTIEL =
  'Confidentiel\u00a0: lu par les seuls agents qui instruisent, et absent du journal, des exports et des archives.'
