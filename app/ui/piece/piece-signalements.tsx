import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { compter } from '#domain/nombre'
import { A_FAIRE, LIBELLE_PROBLEME } from '#libelles/piece/signalement'
import { formatInstant } from '#libelles/temps'
import { Dit } from '#ui/kit/dit'
import type { Ligne, Signalement, Version } from '#ui/piece/piece-ligne'
import { RetenirBouton } from '#ui/complement/retenir-bouton'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'

type Props = { adresse: string; ligne: Ligne; version: Version; retenus: readonly string[]; peut: boolean }

/** What the machine noticed of the file shown, each with its evidence; those found false are folded under. */
export function PieceSignalements(props: Props) {
  const { signalements, estLue } = props.version
  const [ouvert, setOuvert] = useState(false)
  const debout = signalements.filter(({ ecarte }) => ecarte === null)
  const ecartes = signalements.filter(({ ecarte }) => ecarte !== null)
  if (signalements.length === 0 && estLue) return null
  return (
    <Box component="section" aria-label="Signalements" sx={{ display: 'grid', gap: 0.75 }}>
      {debout.map((signalement) => (
        <UnSignalement key={signalement.probleme} {...props} signalement={signalement} />
      ))}
      {!estLue && (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          Le texte de ce fichier va être lu par la machine.
        </Box>
      )}
      {ecartes.length > 0 && (
        <Box>
          <Button size="small" aria-expanded={ouvert} onClick={() => setOuvert(!ouvert)}>
            {compter(ecartes.length, 'signalement écarté', 'signalements écartés')}
          </Button>
          {ouvert && (
            <Box sx={{ display: 'grid', gap: 0.75, mt: 0.5 }}>
              {ecartes.map((signalement) => (
                <UnSignalement key={signalement.probleme} {...props} signalement={signalement} />
              ))}
            </Box>
          )}
        </Box>
      )}
    </Box>
  )
}

function UnSignalement({ adresse, ligne, version, retenus, peut, signalement }: Props & { signalement: Signalement }) {
  const { probleme, detail, estNote, ecarte } = signalement
  const envoi = useEnvoi<Reponse>({ nom: 'signalement', objet: `${version.id}/${probleme}` })
  const busy = envoi.state !== 'idle'
  const nom = LIBELLE_PROBLEME[probleme]
  const envoyer = () => {
    if (busy) return
    const champs = { intent: ecarte ? 'retablir' : 'ecarter', versionId: version.id, probleme }
    envoi.submit(champs, { action: `${adresse}/pieces` })
  }
  const cle = `piece/${ligne.piece?.id ?? ligne.cle}/${probleme}`
  const element = {
    cle,
    code: ligne.code,
    constat: detail,
    aFaire: A_FAIRE[probleme],
  }
  return (
    <Bandeau severity={estNote || ecarte ? 'info' : 'warning'} marges="py0">
      <Box sx={MESSAGE}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <div>{detail}</div>
          <Evidence ligne={ligne} version={version} signalement={signalement} />
          {ecarte && (
            <Box sx={{ fontSize: '0.8125rem' }}>
              Écarté par {ecarte.par}, le {formatInstant(ecarte.le)}.
            </Box>
          )}
        </Box>
        {peut && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Button size="small" aria-disabled={busy} onClick={envoyer}>
              {ecarte ? 'Rétablir' : 'Fausse alerte'}
              <Dit>
                {'\u00a0'}: {nom}
              </Dit>
            </Button>
            {!ecarte && !estNote && (
              <RetenirBouton adresse={adresse} element={element} retenu={retenus.includes(cle)} quoi={nom} />
            )}
          </Box>
        )}
        <FormErreur reponse={envoi.data} />
      </Box>
    </Bandeau>
  )
}

/** What was seen on the left, what can be done about it on the right, as long as there is room. */
const MESSAGE = { py: 1, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 } as const

/** Where it was seen: the page opens in the reader, the other dossier in its own page. */
function Evidence({
  ligne,
  version,
  signalement: { preuve },
}: {
  ligne: Ligne
  version: Version
  signalement: Signalement
}) {
  if (!preuve) return null
  const { page, endroit, mots, dossier } = preuve
  return (
    <Box sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {page !== undefined ? (
        <MuiLink
          component={Link}
          to={`?piece=${ligne.cle}&version=${version.id}&page=${page}`}
          preventScrollReset
          color="inherit"
          underline="always"
        >
          Page {page}
        </MuiLink>
      ) : (
        endroit
      )}
      {mots && `\u00a0: «\u00a0${mots}\u00a0»`}
      {dossier && (
        <MuiLink component={Link} to={`/dossiers/${dossier}/pieces`} color="inherit" underline="always">
          Ouvrir le dossier {dossier}
        </MuiLink>
      )}
    </Box>
  )
}
