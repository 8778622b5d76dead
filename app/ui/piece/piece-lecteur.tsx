import { Icone } from '#ui/kit/icone/icone'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { lazy, type ReactNode, Suspense } from 'react'
import { estOuvrable } from '#domain/piece/antivirus'
import { isCodePiece } from '#domain/piece/piece'
import { phraseAVerifier } from '#libelles/campagne/exigence'
import { LIBELLE_EXIGENCE, REGLE_PIECE } from '#libelles/piece/piece'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { FichierFerme, MarqueAntivirus } from '#ui/kit/marque-antivirus'
import { PieceDispense, PieceOfferte } from '#ui/piece/piece-detenue'
import { estAbsente, ici, type Ligne, type Version } from '#ui/piece/piece-ligne'
import { PieceSignalements } from '#ui/piece/piece-signalements'
import { nomDeLigne } from '#ui/piece/verdict'
import { venir } from '#ui/kit/reprise/code'

/** What turns and enlarges a picture comes with the first picture. */
const PieceImage = lazy(() =>
  venir(() => import('#ui/piece/piece-image').then(({ PieceImage }) => ({ default: PieceImage }))),
)

type Props = {
  adresse: string
  ligne: Ligne
  version: string | null
  /** The page of the document to show first. */
  page: string | null
  suivante: string | null
  onChoisir: (cle: string) => void
  /** Keys of what is kept for the next request for compléments. */
  retenus: readonly string[]
  peut: boolean
  children: ReactNode
}

/** One pièce: what to check, the verdict, what was noticed, and the document itself. */
export function PieceLecteur({ adresse, ligne, version, page, suivante, onChoisir, retenus, peut, children }: Props) {
  const { piece, code } = ligne
  const montree = piece?.versions.find((v) => v.id === version) ?? piece?.versions[0]
  return (
    <Box component="section" aria-labelledby="titre-piece" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: { xs: 'block', md: 'none' } }}>
        <Button component={Link} to="?" size="small" startIcon={<Icone nom="arrow-back" />}>
          Toutes les pièces
        </Button>
      </Box>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <div>
          <Typography variant="h2" id="titre-piece">
            {nomDeLigne(ligne)}
          </Typography>
          {isCodePiece(code) && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {ligne.exigence ? LIBELLE_EXIGENCE[ligne.exigence] : 'Non demandée'}. {REGLE_PIECE[code]}{' '}
              {ligne.aVerifier.length > 0 && phraseAVerifier(ligne.aVerifier)}
            </Typography>
          )}
        </div>
        {suivante && (
          <Button
            component={Link}
            to={`?piece=${suivante}`}
            onClick={ici(() => onChoisir(suivante))}
            replace
            preventScrollReset
            endIcon={<Icone nom="navigate-next" />}
            sx={{ flexShrink: 0 }}
          >
            Suivante
          </Button>
        )}
      </Box>
      {children}
      {piece?.dispense && piece.controle === 'DISPENSEE' && <PieceDispense dispense={piece.dispense} />}
      {ligne.offerte && <PieceOfferte adresse={adresse} ligne={ligne} offerte={ligne.offerte} peut={peut} />}
      {montree && (
        <PieceSignalements
          key={montree.id}
          adresse={adresse}
          ligne={ligne}
          version={montree}
          retenus={retenus}
          peut={peut}
        />
      )}
      {estAbsente(ligne) && <Typography>Aucun fichier n’a été déposé pour cette pièce.</Typography>}
      {piece && montree && (
        <>
          <Versions cle={ligne.cle} versions={piece.versions} montree={montree} adresse={adresse} />
          <Document adresse={adresse} code={code} version={montree} page={page} />
        </>
      )}
    </Box>
  )
}

type VersionsProps = { cle: string; versions: Version[]; montree: Version; adresse: string }

function Versions({ cle, versions, montree, adresse }: VersionsProps) {
  return (
    <Box sx={{ fontSize: '0.875rem' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
          {montree.nomFichier} · {tailleLisible(montree.taille)} · reçu le {formatInstant(montree.recueLe)}
        </Box>
        <MarqueAntivirus ouverture={montree.ouverture} />
        <Button
          href={`${fichier(adresse, montree)}?telecharger`}
          download
          size="small"
          startIcon={<Icone nom="download" />}
        >
          Télécharger
        </Button>
      </Box>
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
        <Bandeau severity="info" sx={{ py: 0, mt: 0.5 }}>
          Vous regardez une version ancienne. Le contrôle porte sur la dernière.
        </Bandeau>
      )}
    </Box>
  )
}

const fichier = (adresse: string, version: Version) => `${adresse}/pieces/${version.id}/fichier`

type DocumentProps = { adresse: string; code: string | null; version: Version; page: string | null }

function Document({ adresse, code, version, page }: DocumentProps) {
  const src = fichier(adresse, version)
  const { ouverture } = version
  if (!estOuvrable(ouverture)) return <FichierFerme ouverture={ouverture} />
  if (version.typeMime === 'application/pdf') {
    return (
      <Box
        component="iframe"
        key={`${version.id}/${page ?? ''}`}
        src={page && /^\d{1,4}$/.test(page) ? `${src}#page=${page}` : src}
        title={`Document ${version.nomFichier}`}
        sx={{
          width: '100%',
          height: { xs: '70vh', md: 'max(420px, calc(100vh - 250px))' },
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      />
    )
  }
  if (version.typeMime.startsWith('image/'))
    return (
      <Suspense>
        <PieceImage key={version.id} src={src} nom={version.nomFichier} />
      </Suspense>
    )
  return (
    <Bandeau severity="info">
      Ce type de fichier ne s’affiche pas dans la page.{' '}
      {code === 'BUDGET_PROJET' && (
        <>
          Ses lignes sont lues dans l’onglet{' '}
          <MuiLink component={Link} to={`${adresse}/budget`} underline="always">
            Budget
          </MuiLink>
          .{' '}
        </>
      )}
      <MuiLink href={`${src}?telecharger`} download underline="always">
        Télécharger {version.nomFichier}
      </MuiLink>
    </Bandeau>
  )
}
