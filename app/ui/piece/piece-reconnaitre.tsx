import { Button, Menu, MenuItem } from '@mui/material'
import { useFetcher } from '@remix-run/react'
import { useId, useState } from 'react'
import { CODES_PIECE, type CodePiece } from '#domain/piece/piece'
import { LIBELLE_PIECE } from '#libelles/piece/piece'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { Ligne } from '#ui/piece/piece-ligne'

/** Says what a file is, when its label did not, or when it lied. */
export function PieceReconnaitre({ ligne: { piece, code } }: { ligne: Ligne }) {
  const fetcher = useFetcher<Reponse>()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  if (!piece) return null
  const choisir = (reconnue: CodePiece) => {
    setAnchor(null)
    const champs = { intent: 'reconnaitre', reconnue, pieceId: piece.id, versionPiece: String(piece.version) }
    fetcher.submit(champs, { method: 'post' })
  }
  return (
    <>
      <Button
        size="small"
        variant={code === null ? 'contained' : 'text'}
        disabled={fetcher.state !== 'idle'}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {code === null ? 'Dire quelle pièce c’est' : 'C’est une autre pièce'}
      </Button>
      <Menu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {CODES_PIECE.filter((c) => c !== code).map((c) => (
          <MenuItem key={c} dense onClick={() => choisir(c)}>
            {LIBELLE_PIECE[c]}
          </MenuItem>
        ))}
      </Menu>
      <FormErreur reponse={fetcher.data} />
    </>
  )
}
