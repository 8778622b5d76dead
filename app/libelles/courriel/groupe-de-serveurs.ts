import { NOM_GROUPE_MAX, PAR_HEURE_MAX, type RefusGroupe, SIMULTANES_MAX } from '#domain/courriel/groupe-de-serveurs'
import { compter, formatEntier } from '#domain/nombre'

/** Why a group of receiving servers could not be kept; `detail` names domains. */
const REFUS: Record<RefusGroupe, (detail: string) => string> = {
  SANS_NOM: () => 'Donnez un nom à ce groupe.',
  NOM_TROP_LONG: () => `Choisissez un nom plus court\u00a0: ${compter(NOM_GROUPE_MAX, 'caractère')} au plus.`,
  NOM_PRIS: () => 'Un groupe porte déjà ce nom. Complétez-le, ou choisissez-en un autre.',
  SANS_DOMAINE: () => 'Indiquez au moins un domaine\u00a0: ce qui suit l’arobase d’une adresse, comme orange.fr.',
  TROP_DE_DOMAINES: (detail) => `Indiquez ${compter(Number(detail), 'domaine')} au plus par groupe.`,
  DOMAINES_ILLISIBLES: (detail) =>
    `Ces domaines ne sont pas reconnus\u00a0: ${detail}. Écrivez ce qui suit l’arobase d’une adresse, comme orange.fr.`,
  DOMAINE_AILLEURS: (detail) => `Ces domaines sont déjà dans un autre groupe\u00a0: ${detail}. Retirez-les d’abord.`,
  SIMULTANES_HORS_BORNES: () => `Donnez un nombre entre 1 et ${SIMULTANES_MAX}.`,
  PAR_HEURE_HORS_BORNES: () =>
    `Donnez un nombre entre 1 et ${formatEntier(PAR_HEURE_MAX)}, ou laissez vide pour ne pas limiter.`,
}

export const libelleRefusGroupe = (reason: RefusGroupe, detail = ''): string => REFUS[reason](detail)

/** « 3 courriels à la fois, 1 000 par heure ». */
export const allureDite = ({ simultanes, parHeure }: { simultanes: number; parHeure: number | null }): string =>
  `${compter(simultanes, 'courriel')} à la fois${parHeure === null ? '' : `, ${formatEntier(parHeure)} par heure`}`
