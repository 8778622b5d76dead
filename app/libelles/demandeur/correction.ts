import { LONGUEUR_MAX_CORRECTION, type RefusCorrection } from '#domain/demandeur/correction'
import { compter } from '#domain/nombre'
import { formatSiret } from '#domain/structure/identifiants'
import { dureeLisible } from '#libelles/temps'

type Correction = { structure: { nom: string; siret: string | null }; texte: string; qui: string }

/** The mail that a request for a correction is kept as: what an officer reads first. */
export const messageDeCorrection = ({ structure: { nom, siret }, texte, qui }: Correction) => ({
  objet: `Correction demandée\u00a0: ${nom}`,
  texte: [
    'Bonjour,',
    `Une correction est demandée dans l’identité de ${nom}${siret ? ` (SIRET ${formatSiret(siret)})` : ''}\u00a0:`,
    texte,
    qui,
  ].join('\n\n'),
})

const REFUS: Record<RefusCorrection, string> = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas de demander une correction. Demandez-le au représentant légal ou à un rédacteur de la structure.',
  SANS_TEXTE: 'Dites ce qu’il faut corriger.',
  TROP_LONG: `Raccourcissez ce texte\u00a0: ${compter(LONGUEUR_MAX_CORRECTION, 'caractère')} au plus.`,
}

/** Why a correction was not taken; `detail` is the seconds to wait after too many. */
export const phraseCorrection = (
  refus: RefusCorrection | 'TROP_D_ESSAIS' | 'SANS_PLACE',
  detail: string | undefined,
): string => {
  if (refus === 'TROP_D_ESSAIS')
    return `Plusieurs demandes viennent d’être envoyées. Recommencez dans ${dureeLisible(Number(detail ?? '60'))}.`
  return refus === 'SANS_PLACE'
    ? 'Votre demande n’a pas pu être enregistrée\u00a0: la place manque chez nous. Écrivez-nous par courriel.'
    : REFUS[refus]
}
