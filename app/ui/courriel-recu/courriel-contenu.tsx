import { Button } from '@mui/material'
import { Onglets } from '#ui/kit/onglets'
import type { Lu } from '#ui/pre-projet/original/fiche-lu'
import { FicheMessage } from '#ui/pre-projet/original/fiche-message'
import { FichePiece, type PieceJointe } from '#ui/pre-projet/original/fiche-piece'
import { Icone } from '#ui/kit/icone/icone'

type Props = {
  /** Where the files of the mail are fetched, under `pieces/`. */
  adresse: string
  /** Where the mail as it arrived is fetched. */
  original: string
  /** Where its page, as it was laid out, is fetched. */
  apercu: string
  courriel: { id: string; sujet: string; texte: string; misEnForme: boolean; pieces: PieceJointe[] }
  /** What is shown: the id of the mail or of one of its files. */
  vue: string
  onVue: (id: string) => void
  lu: Lu | null
}

/** One received mail: its message, each of its files, and the mail itself to save. */
export function CourrielContenu({ adresse, original, apercu, courriel, vue, onVue, lu }: Props) {
  const piece = courriel.pieces.find(({ id }) => id === vue)
  return (
    <>
      <Onglets
        nom="Message et pièces jointes"
        choisi={piece?.id ?? courriel.id}
        onChoisir={onVue}
        sx={{ mb: 0.5 }}
        onglets={[
          { valeur: courriel.id, texte: 'Message', id: `onglet-${courriel.id}`, panneau: 'panneau-original' },
          ...courriel.pieces.map(({ id, nom }) => ({
            valeur: id,
            texte: nom,
            id: `onglet-${id}`,
            panneau: 'panneau-original',
          })),
        ]}
      />
      <div role="tabpanel" id="panneau-original" aria-labelledby={`onglet-${piece?.id ?? courriel.id}`}>
        {piece ? (
          <FichePiece key={piece.id} {...{ adresse, piece, lu }} />
        ) : (
          <FicheMessage key={courriel.id} {...{ apercu, courriel, lu }} />
        )}
      </div>
      <Button href={original} download size="small" startIcon={<Icone nom="download" />} sx={{ ml: -0.5, mt: 0.5 }}>
        Courriel d’origine
      </Button>
    </>
  )
}
