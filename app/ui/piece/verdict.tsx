import { useCallback } from 'react'
import type { Controle } from '#domain/piece/piece'
import { LIBELLE_CONTROLE, nomDePiece } from '#libelles/piece/piece'
import type { Mot } from '#ui/kit/acte/dire'
import { type ActePose, useFileDActes } from '#ui/kit/acte/file-d-actes'
import { erreurDe, estRefusee, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { champsVises, type Ligne } from '#ui/piece/piece-ligne'

/** What an action says of a verdict that was written: the pièce, and the version the verdict made of it. */
export type ReponseVerdict = Reponse<{ version: number; pieceId: string }>

/** The pièce as a sentence names it. */
export const nomDeLigne = ({ code, piece }: Ligne) =>
  code === null ? (piece?.libelle ?? nomDePiece(null)) : nomDePiece(code)

/** What is said of a verdict: of which pièce, what it became or why not, and how to take it back. */
export function motDuVerdict(adresse: string, ligne: Ligne, controle: Controle, reponse: ReponseVerdict): Mot {
  const nom = nomDeLigne(ligne)
  if (estRefusee(reponse))
    return {
      texte: `${nom}\u00a0: ${erreurDe(reponse, '') ?? 'le contrôle n’a pas été enregistré.'}`,
      genre: 'warning',
      lien: { texte: 'Voir la pièce', vers: `${adresse}/pieces?piece=${ligne.cle}` },
    }
  const { pieceId, version } = reponse
  const champs = { intent: 'annuler', pieceId: pieceId ?? '', versionPiece: String(version ?? -1) }
  return {
    texte: `${nom}\u00a0: ${LIBELLE_CONTROLE[controle].toLowerCase()}.`,
    genre: 'success',
    ...(pieceId !== undefined && { acte: { texte: 'Annuler', action: `${adresse}/pieces`, champs } }),
  }
}

/** The pièce of a line, as the acts on it name it. */
export const objetDe = (adresse: string, ligne: Ligne) => `${adresse}/pieces/${ligne.cle}`

/** Gives verdicts that need no word, one after the other, each on the pièce it was meant for; false when it is not given, and that is said. */
export function useVerdicts(adresse: string) {
  const { poser } = useFileDActes()
  return useCallback(
    (ligne: Ligne, controle: 'CONFORME' | 'A_CONTROLER') => {
      const acte: ActePose<ReponseVerdict> = {
        objet: objetDe(adresse, ligne),
        action: `${adresse}/pieces`,
        champs: { intent: 'controler', controle, ...champsVises(ligne) },
        ...(ligne.piece && { version: { champ: 'versionPiece', vue: ligne.piece.version } }),
        dire: (reponse) => motDuVerdict(adresse, ligne, controle, reponse),
      }
      return poser(acte)
    },
    [adresse, poser],
  )
}

/** The lines as they will be once the verdicts on their way are written. */
export function useLignesPrevues(adresse: string, lignes: Ligne[]): Ligne[] {
  const { enCours } = useFileDActes()
  if (enCours.length === 0) return lignes
  return lignes.map((ligne) => {
    const dernier = enCours.findLast(({ objet }) => objet === objetDe(adresse, ligne))
    const controle = dernier?.champs['controle']
    if (!ligne.piece || (controle !== 'CONFORME' && controle !== 'A_CONTROLER')) return ligne
    return { ...ligne, piece: { ...ligne.piece, controle, motif: null, precision: '', controlePar: null } }
  })
}
