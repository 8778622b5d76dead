import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import type { Levee } from '#domain/dossier/bloquants'
import { formatInstant } from '#libelles/temps'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { MotifForm } from '#ui/kit/formulaire/motif-form'
import { Icone } from '#ui/kit/icone/icone'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** What blocks, in words, and where its next step is. */
type BloquantDit = { cle: string; levee: Levee | null; dit: string; suite: { lieu: string; faire: string } }

type Props = {
  adresse: string
  version: number
  restants: BloquantDit[]
  passesOutre: BloquantDit[]
  /** This agent may pass over what blocks in this campagne. */
  peut: boolean
}

/** What stops « complet » and any decision: each by its name, its next step, and the way over it; then what was passed over, and why. */
export function DossierBloquants({ restants, passesOutre, ...props }: Props) {
  if (restants.length + passesOutre.length === 0) return null
  return (
    <Box
      component="section"
      id="ce-qui-bloque"
      aria-labelledby="titre-ce-qui-bloque"
      sx={{
        border: 1,
        borderColor: restants.length > 0 ? 'error.main' : 'divider',
        borderRadius: 1,
        px: 1.5,
        py: 1,
        mb: 1.5,
        scrollMarginTop: 80,
      }}
    >
      <Typography id="titre-ce-qui-bloque" variant="h2" sx={{ fontSize: '0.9375rem', mb: 0.5 }}>
        Ce qui bloque
      </Typography>
      {restants.length > 0 && (
        <Typography sx={{ fontSize: '0.875rem', color: 'text.secondary', mb: 0.5 }}>
          Tant que ces points restent, ce dossier ne peut être ni déclaré complet, ni décidé.
          {!props.peut && ' Seul un responsable peut passer outre dans cette campagne.'}
        </Typography>
      )}
      <Box component="ul" sx={LISTE}>
        {restants.map((bloquant) => (
          <Bloque key={bloquant.cle} bloquant={bloquant} {...props} />
        ))}
        {passesOutre.map((bloquant) => (
          <PasseOutre key={bloquant.cle} bloquant={bloquant} {...props} />
        ))}
      </Box>
    </Box>
  )
}

const LISTE = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: '0.875rem' } as const
const LIGNE = { display: 'flex', alignItems: 'flex-start', gap: 1 } as const

type Un = Pick<Props, 'adresse' | 'version' | 'peut'> & { bloquant: BloquantDit }

const routeDe = (adresse: string) => `${adresse}/bloquants`

function Bloque({ bloquant, adresse, version, peut }: Un) {
  const [motive, setMotive] = useState(false)
  const { lieu, faire } = bloquant.suite
  return (
    <Box component="li" sx={LIGNE}>
      <Box component="span" sx={{ color: 'error.main', mt: '1px' }}>
        <Icone nom="block" />
      </Box>
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        <strong>{bloquant.dit}</strong>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}>
          <MuiLink component={Link} to={adresse + lieu} underline="always" preventScrollReset>
            {faire}
          </MuiLink>
          {peut && !motive && (
            <Button size="small" onClick={() => setMotive(true)}>
              Passer outre…
            </Button>
          )}
        </Box>
        {motive && (
          <MotifForm
            identite={{ nom: 'passerOutre', objet: `${adresse}/${bloquant.cle}` }}
            action={routeDe(adresse)}
            cache={{ intent: 'passerOutre', cle: bloquant.cle, version: String(version) }}
            label="Pourquoi passer outre ce point"
            note="Ce motif, votre nom et la date restent au dossier, au journal et dans le rapport."
            fait="passerOutre"
            verbe="Passer outre"
            fermer={() => setMotive(false)}
          />
        )}
      </Box>
    </Box>
  )
}

function PasseOutre({ bloquant, adresse, version, peut }: Un) {
  const envoi = useEnvoi<Reponse>({ nom: 'passerOutre', objet: `${adresse}/${bloquant.cle}` })
  const { levee } = bloquant
  if (!levee) return null
  return (
    <Box component="li" sx={LIGNE}>
      <Box component="span" sx={{ color: 'text.secondary', mt: '1px' }}>
        <Icone nom="warning" />
      </Box>
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        <s>{bloquant.dit}</s>
        <div>
          Passé outre par {levee.par} le {formatInstant(levee.le)}
          {'\u00a0'}: {levee.motif}
        </div>
        <FormErreur reponse={envoi.data} champs={[]} />
        {peut && (
          <Formulaire envoi={envoi} action={routeDe(adresse)}>
            <input type="hidden" name="intent" value="retablir" />
            <input type="hidden" name="cle" value={bloquant.cle} />
            <input type="hidden" name="version" value={version} />
            <Button type="submit" size="small" aria-disabled={envoi.state !== 'idle'}>
              Rétablir ce point
            </Button>
          </Formulaire>
        )}
      </Box>
    </Box>
  )
}
