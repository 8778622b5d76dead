import { CODES_PIECE, type CodePiece } from '#domain/piece/piece'
import { LIBELLE_PIECE } from '#libelles/piece/piece'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { Ligne } from '#ui/piece/piece-ligne'
import { BoutonMenu } from '#ui/kit/menu/bouton-menu'
import { useEnvoi } from '#ui/kit/formulaire/envoi'

/** Says what a file is, when its label did not, or when it lied. */
export function PieceReconnaitre({ adresse, ligne: { piece, code } }: { adresse: string; ligne: Ligne }) {
  const envoi = useEnvoi<Reponse>({ nom: 'reconnaissance', objet: piece?.id ?? '' })
  if (!piece) return null
  const choisir = (reconnue: CodePiece) => {
    const champs = { intent: 'reconnaitre', reconnue, pieceId: piece.id, versionPiece: String(piece.version) }
    envoi.submit(champs, { action: `${adresse}/pieces` })
  }
  return (
    <>
      <BoutonMenu
        texte={code === null ? 'Dire quelle pièce c’est' : 'C’est une autre pièce'}
        serre
        bouton={{ size: 'small', variant: code === null ? 'contained' : 'text', disabled: envoi.state !== 'idle' }}
        choix={CODES_PIECE.filter((c) => c !== code).map((c) => ({ cle: c, texte: LIBELLE_PIECE[c] }))}
        onChoisir={({ cle }) => choisir(cle)}
      />
      <FormErreur reponse={envoi.data} />
    </>
  )
}
