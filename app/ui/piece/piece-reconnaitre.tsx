import { useRef } from 'react'
import { CODES_PIECE } from '#domain/piece/piece'
import { LIBELLE_PIECE } from '#libelles/piece/piece'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { Ligne } from '#ui/piece/piece-ligne'
import { BoutonMenu } from '#ui/kit/menu/bouton-menu'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { envoyerAvec, Formulaire } from '#ui/kit/formulaire/formulaire'

/** Says what a file is, when its label did not, or when it lied. */
export function PieceReconnaitre({ adresse, ligne: { piece, code } }: { adresse: string; ligne: Ligne }) {
  const envoi = useEnvoi<Reponse>({ nom: 'reconnaissance', objet: piece?.id ?? '' })
  const form = useRef<HTMLFormElement>(null)
  if (!piece) return null
  return (
    <Formulaire envoi={envoi} ref={form} action={`${adresse}/pieces`} style={{ display: 'contents' }}>
      <input type="hidden" name="intent" value="reconnaitre" />
      <input type="hidden" name="reconnue" />
      <input type="hidden" name="pieceId" value={piece.id} />
      <input type="hidden" name="versionPiece" value={piece.version} />
      <BoutonMenu
        texte={code === null ? 'Dire quelle pièce c’est' : 'C’est une autre pièce'}
        serre
        bouton={{ size: 'small', variant: code === null ? 'contained' : 'text', disabled: envoi.state !== 'idle' }}
        choix={CODES_PIECE.filter((c) => c !== code).map((c) => ({ cle: c, texte: LIBELLE_PIECE[c] }))}
        onChoisir={({ cle }) => envoyerAvec(form.current, { reconnue: cle })}
      />
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}
