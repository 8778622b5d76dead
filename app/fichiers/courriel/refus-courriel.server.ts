import { no } from '#domain/result'

/** Why a file given as a mail cannot be read. The sentence to show is in `detail`. */
export type MotifIllisible =
  | 'VIDE'
  | 'TROP_LOURD'
  | 'PAS_UN_MESSAGE'
  | 'MAL_DECOUPE'
  | 'TROP_IMBRIQUE'
  | 'TROP_DE_PIECES'
  | 'ENTETES_TROP_LONGS'
  | 'ABIME'

/**
 * Limits of one mail: bytes of the file, files joined, parts within parts, mails within mails, bytes of all that is taken out of it, of one
 * text and of all its headers.
 */
export const LIMITES_COURRIEL = {
  octets: 60 * 1024 * 1024,
  pieces: 200,
  parties: 500,
  imbrication: 20,
  courrielsJoints: 20,
  extraits: 240 * 1024 * 1024,
  texte: 4 * 1024 * 1024,
  textes: 8 * 1024 * 1024,
  entetes: 4 * 1024 * 1024,
}

const PHRASES: Record<MotifIllisible, string> = {
  VIDE: 'Le fichier est vide\u00a0: réenregistrez le message depuis la messagerie.',
  TROP_LOURD:
    'Le message dépasse 60\u00a0Mo\u00a0: demandez à l’expéditeur d’envoyer ses fichiers en plusieurs messages.',
  PAS_UN_MESSAGE: 'Ce fichier n’est pas un message (.eml ou .msg)\u00a0: enregistrez le message depuis la messagerie.',
  MAL_DECOUPE:
    'Le message est tronqué ou abîmé\u00a0: ses parties ne peuvent pas être séparées. Demandez à l’expéditeur de le renvoyer.',
  TROP_IMBRIQUE:
    'Le message contient trop de messages les uns dans les autres\u00a0: demandez à l’expéditeur de joindre la fiche directement.',
  TROP_DE_PIECES:
    'Le message contient plus de 200 pièces jointes\u00a0: demandez à l’expéditeur de n’envoyer que la fiche.',
  ENTETES_TROP_LONGS:
    'Les en-têtes du message sont anormalement longs\u00a0: il n’a pas été lu. Demandez à l’expéditeur de le renvoyer.',
  ABIME: 'Le message est abîmé et ne peut pas être lu\u00a0: demandez à l’expéditeur de le renvoyer.',
}

/** A refusal with its sentence. */
export const refuser = (motif: MotifIllisible) => no(motif, PHRASES[motif])

/** Says, through a stream, why the reading stops. */
export class Illisible extends Error {
  readonly motif: MotifIllisible

  constructor(motif: MotifIllisible) {
    super(motif)
    this.name = 'Illisible'
    this.motif = motif
  }
}
