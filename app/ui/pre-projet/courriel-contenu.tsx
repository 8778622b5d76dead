import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Tab, Tabs } from '@mui/material'
import type { Lu } from '#ui/pre-projet/fiche-lu'
import { FicheMessage } from '#ui/pre-projet/fiche-message'
import { FichePiece, type PieceJointe } from '#ui/pre-projet/fiche-piece'

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
      <Tabs
        value={piece?.id ?? courriel.id}
        onChange={(_, id: string) => onVue(id)}
        variant="scrollable"
        aria-label="Message et pièces jointes"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 1, minHeight: 40, '& button': { minHeight: 40, py: 0.5 } }}
      >
        <Tab value={courriel.id} label="Message" id={`onglet-${courriel.id}`} aria-controls="panneau-original" />
        {courriel.pieces.map(({ id, nom }) => (
          <Tab
            key={id}
            value={id}
            id={`onglet-${id}`}
            aria-controls="panneau-original"
            label={<Box sx={NOM}>{nom}</Box>}
            title={nom}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id="panneau-original" aria-labelledby={`onglet-${piece?.id ?? courriel.id}`}>
        {piece ? (
          <FichePiece key={piece.id} {...{ adresse, piece, lu }} />
        ) : (
          <FicheMessage key={courriel.id} {...{ apercu, courriel, lu }} />
        )}
      </div>
      <Button href={original} download size="small" startIcon={<DownloadOutlined />} sx={{ ml: -0.5, mt: 0.5 }}>
        Courriel d’origine
      </Button>
    </>
  )
}

const NOM = { maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
