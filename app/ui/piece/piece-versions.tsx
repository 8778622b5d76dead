import { Box, Button, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { estOuvrable } from '#domain/piece/antivirus'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { Bandeau } from '#ui/kit/bandeau'
import { Icone } from '#ui/kit/icone/icone'
import { MarqueAntivirus } from '#ui/kit/marque-antivirus'
import type { Version } from '#ui/piece/piece-ligne'

type Props = {
  cle: string
  versions: Version[]
  montree: Version
  adresse: string
  /** Something stands beside the document. */
  comparee: boolean
  onComparer: () => void
}

/** The file that is shown, to be saved, and the versions there were of it. */
export function PieceVersions({ cle, versions, montree, adresse, comparee, onComparer }: Props) {
  return (
    <div>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {montree.nomFichier} · {tailleLisible(montree.taille)} · reçu le {formatInstant(montree.recueLe)}
      </Box>{' '}
      <MarqueAntivirus ouverture={montree.ouverture} />
      <div>
        <Button
          href={`${adresse}/pieces/${montree.id}/fichier?telecharger`}
          download
          size="small"
          startIcon={<Icone nom="download" />}
        >
          Télécharger
        </Button>
        {estOuvrable(montree.ouverture) && (
          <Button size="small" variant={comparee ? 'outlined' : 'text'} aria-pressed={comparee} onClick={onComparer}>
            Comparer
          </Button>
        )}
      </div>
      {versions.length > 1 && (
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}
          aria-label="Versions"
        >
          {versions.map((v, rang) => (
            <li key={v.id}>
              <MuiLink
                component={Link}
                to={`?piece=${cle}&version=${v.id}`}
                preventScrollReset
                aria-current={v.id === montree.id ? 'true' : undefined}
                sx={{ '&[aria-current]': { fontWeight: 650, color: 'text.primary' } }}
              >
                Version {v.numero}
                {rang === 0 && ' (dernière)'}
              </MuiLink>
            </li>
          ))}
        </Box>
      )}
      {montree.id !== versions[0]?.id && (
        <Bandeau severity="info" marges={['py0', 'mt05']}>
          Vous regardez une version ancienne. Le contrôle porte sur la dernière.
        </Bandeau>
      )}
    </div>
  )
}
