import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined'
import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Link as MuiLink, Tab, Tabs, Typography } from '@mui/material'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'

export type CourrielRecu = {
  id: string
  de: string
  deNom: string
  sujet: string
  recuLe: Date
  motifNature: string
  texte: string
  pieces: { id: string; nom: string; taille: number; typeMime: string }[]
}

type Props = {
  adresse: string
  courriels: CourrielRecu[]
  /** The mail or the attachment shown: its id. */
  vue: string
  onVue: (id: string) => void
  /** Words to point at in the body: those a field was read from. */
  surligne: string
}

const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png'])

/** What to open first: the document the fiche was read from when a browser can show it, or the only one when nothing was read. */
export function premiereVue(courriels: CourrielRecu[], sources: readonly string[]): string {
  const montrables = (courriels[0]?.pieces ?? []).filter(({ typeMime }) => SHOWN.has(typeMime))
  const lue = montrables.find(({ nom }) => sources.includes(nom)) ?? (sources.length === 0 ? montrables[0] : undefined)
  return lue?.id ?? ''
}

/** The mails this fiche came by, newest first, whole: who, when, the words, the files. */
export function FicheCourriels({ adresse, courriels, vue, onVue, surligne }: Props) {
  const courriel =
    courriels.find(({ id, pieces }) => id === vue || pieces.some((piece) => piece.id === vue)) ?? courriels[0]
  if (!courriel) return <Typography>Aucun courriel n’est rattaché à cette fiche.</Typography>
  const piece = courriel.pieces.find(({ id }) => id === vue)
  return (
    <Box component="section" aria-labelledby="titre-courriel" sx={{ minWidth: 0 }}>
      <Typography variant="h2" id="titre-courriel" sx={{ overflowWrap: 'anywhere' }}>
        {courriel.sujet || 'Courriel sans objet'}
      </Typography>
      {courriels.length > 1 && (
        <Tabs
          value={courriel.id}
          onChange={(_, id: string) => onVue(id)}
          variant="scrollable"
          aria-label="Courriels de cette fiche"
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {courriels.map(({ id, recuLe }, rang) => (
            <Tab key={id} value={id} label={`${rang === 0 ? 'Dernier\u00A0: ' : ''}${formatInstant(recuLe)}`} />
          ))}
        </Tabs>
      )}
      <Box sx={{ fontSize: '0.875rem', my: 1 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          De{'\u00A0'}: {courriel.deNom ? `${courriel.deNom} <${courriel.de}>` : courriel.de}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>Reçu le {formatInstant(courriel.recuLe)}</Box>
      </Box>
      <Fichiers {...{ adresse, courriel, onVue }} vue={piece?.id ?? courriel.id} />
      {piece ? (
        <Apercu src={`${adresse}/pieces/${piece.id}`} piece={piece} />
      ) : (
        <Box
          tabIndex={0}
          role="region"
          aria-label="Texte du courriel"
          sx={{
            ...CADRE,
            p: 2,
            maxHeight: { xs: '50vh', md: 'calc(100vh - 260px)' },
            overflow: 'auto',
            bgcolor: 'background.paper',
          }}
        >
          <Typography component="div" variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <Surligne texte={courriel.texte || 'Ce courriel ne contient pas de texte.'} mots={surligne} />
          </Typography>
        </Box>
      )}
    </Box>
  )
}

const CADRE = { border: 1, borderColor: 'divider', borderRadius: 1 } as const

/** The words a field was read from, marked where they stand. */
function Surligne({ texte, mots }: { texte: string; mots: string }) {
  const debut = mots.length > 1 ? texte.indexOf(mots) : -1
  if (debut < 0) return texte
  return (
    <>
      {texte.slice(0, debut)}
      <mark>{mots}</mark>
      {texte.slice(debut + mots.length)}
    </>
  )
}

type FichiersProps = { adresse: string; courriel: CourrielRecu; vue: string; onVue: (id: string) => void }

function Fichiers({ adresse, courriel, vue, onVue }: FichiersProps) {
  return (
    <Box component="ul" aria-label="Pièces jointes et original" sx={{ listStyle: 'none', p: 0, m: 0, mb: 1 }}>
      {courriel.pieces.map(({ id, nom, taille, typeMime }) => (
        <Box
          component="li"
          key={id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 32 }}
        >
          <AttachFileOutlined sx={{ fontSize: 18, color: 'text.secondary' }} />
          <MuiLink href={`${adresse}/pieces/${id}?telecharger`} download sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {nom}
          </MuiLink>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            {tailleLisible(taille)}
          </Typography>
          {SHOWN.has(typeMime) && (
            <Button size="small" onClick={() => onVue(vue === id ? courriel.id : id)}>
              {vue === id ? 'Revenir au texte' : 'Voir'}
            </Button>
          )}
        </Box>
      ))}
      <Box component="li">
        <Button
          href={`${adresse}/courriels/${courriel.id}`}
          download
          size="small"
          startIcon={<DownloadOutlined />}
          sx={{ ml: -0.5 }}
        >
          Courriel d’origine (.eml)
        </Button>
      </Box>
    </Box>
  )
}

function Apercu({ src, piece }: { src: string; piece: CourrielRecu['pieces'][number] }) {
  if (piece.typeMime.startsWith('image/')) {
    return (
      <Box
        component="img"
        src={src}
        alt={`Pièce jointe ${piece.nom}`}
        sx={{ ...CADRE, maxWidth: '100%', display: 'block' }}
      />
    )
  }
  return (
    <Box
      component="iframe"
      src={`${src}#navpanes=0&view=FitH`}
      title={`Pièce jointe ${piece.nom}`}
      sx={{ ...CADRE, width: '100%', height: { xs: '60vh', md: 'max(420px, calc(100vh - 260px))' } }}
    />
  )
}
