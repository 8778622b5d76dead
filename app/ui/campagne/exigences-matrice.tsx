import { Box, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import type { Cas } from '#domain/campagne/exigence'
import type { Exigence } from '#domain/piece/completude'
import { type CodePiece, CODES_PIECE } from '#domain/piece/piece'
import type { ReglesValidite } from '#domain/piece/regles-validite'
import { type Genre, GENRES } from '#domain/structure/genre'
import { phraseExigence } from '#libelles/campagne/exigence'
import { nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_GENRE } from '#libelles/structure'

export type LigneExigences = {
  genre: Genre
  code: CodePiece
  exigence: Exigence
  condition: Cas | null
  regles: ReglesValidite
  motifs: string[]
}

const CELLULE = { borderBottom: 1, borderColor: 'divider', p: 0.5, textAlign: 'center', minWidth: 84 } as const
const PREMIERE = {
  ...CELLULE,
  position: 'sticky',
  left: 0,
  bgcolor: 'background.paper',
  textAlign: 'left',
  minWidth: { xs: 140, md: 230 },
  zIndex: 1,
  fontWeight: 500,
} as const

type Props = { lignes: readonly LigneExigences[]; changees: ReadonlySet<string>; choisie: string | null }

/** What is asked, pièce by pièce and genre by genre. Each cell opens its line. */
export function ExigencesMatrice({ lignes, changees, choisie }: Props) {
  const parCle = new Map(lignes.map((ligne) => [`${ligne.genre}/${ligne.code}`, ligne]))
  return (
    <Box
      role="region"
      aria-label="Pièces demandées par genre de structure"
      tabIndex={0}
      sx={{ overflowX: 'auto', mb: 1 }}
    >
      <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: '0.8125rem' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={PREMIERE}>
              Pièce
            </Box>
            {GENRES.map((genre) => (
              <Box component="th" scope="col" key={genre} sx={{ ...CELLULE, fontWeight: 500 }}>
                {LIBELLE_GENRE[genre]}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {CODES_PIECE.map((code) => (
            <tr key={code}>
              <Box component="th" scope="row" sx={PREMIERE}>
                {nomDePiece(code)}
              </Box>
              {GENRES.map((genre) => {
                const cle = `${genre}/${code}`
                const ligne = parCle.get(cle) ?? null
                const phrase = phraseExigence(ligne)
                const change = changees.has(cle)
                return (
                  <Box component="td" key={genre} sx={{ ...CELLULE, bgcolor: change ? 'action.selected' : undefined }}>
                    <MuiLink
                      component={Link}
                      to={`?ligne=${cle}#ligne`}
                      title={phrase}
                      aria-label={`${nomDePiece(code)}, ${LIBELLE_GENRE[genre]}\u00a0: ${phrase}${change ? ' Modifiée.' : ''}`}
                      aria-current={choisie === cle ? 'true' : undefined}
                      underline="hover"
                      sx={{
                        display: 'block',
                        minHeight: 24,
                        py: 0.25,
                        fontWeight: ligne?.exigence === 'OBLIGATOIRE' ? 700 : 400,
                      }}
                    >
                      {abrege(ligne)}
                    </MuiLink>
                  </Box>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const abrege = (ligne: LigneExigences | null) => {
  if (!ligne) return '–'
  const mot = ligne.condition ? 'selon cas' : ligne.exigence === 'OBLIGATOIRE' ? 'oblig.' : 'si pert.'
  return mot
}
