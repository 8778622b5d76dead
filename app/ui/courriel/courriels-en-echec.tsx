import { Box, Button, Link as Lien, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { compter } from '#domain/nombre'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Ligne = {
  id: string
  version: number
  sujet: string
  destinataire: string
  destinataireNom: string
  erreur: string | null
  quand: string
}

type Props = {
  cause: string
  nom: string
  suite: string
  nombre: number
  lignes: Ligne[]
  /** When the list was made: what fails later is not sent again by its button. */
  vu: string
  peut: boolean
}

/** The mails that failed for one cause: why, what to do about it, and those to send again, some or all. */
export function CourrielsEnEchec({ cause, nom, suite, nombre, lignes, vu, peut }: Props) {
  const choisis = useEnvoi({ nom: 'renvoiChoisis', objet: cause })
  const tous = useEnvoi({ nom: 'renvoiCause', objet: cause })
  const form = useRef<HTMLFormElement>(null)
  const busy = choisis.state !== 'idle' || tous.state !== 'idle'
  const cases = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="vise"]') ?? [])]
  const toutCocher = () => {
    const coche = cases().some(({ checked }) => !checked)
    for (const une of cases()) une.checked = coche
  }
  const restants = nombre - lignes.length
  return (
    <Box component="section" aria-labelledby={cause} sx={{ mb: 4 }}>
      <Typography id={cause} variant="h2">
        {nom} ({nombre})
      </Typography>
      <Typography sx={{ mb: 1, maxWidth: 800 }}>{suite}</Typography>
      <Formulaire envoi={choisis} ref={form}>
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', borderTop: 1, borderColor: 'divider' }}>
          {lignes.map(({ id, version, sujet, destinataire, destinataireNom, erreur, quand }) => (
            <Box component="li" key={id} sx={LIGNE}>
              {peut && (
                <input
                  type="checkbox"
                  name="vise"
                  value={`${id}:${version}`}
                  aria-label={`${sujet}, ${destinataire}`}
                />
              )}
              <span>
                <Lien component={Link} to={`/courriels/${id}`}>
                  {sujet}
                </Lien>
                <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {destinataireNom ? `${destinataireNom} <${destinataire}>` : destinataire}
                </Box>
              </span>
              <span>{erreur}</span>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {quand}
              </Box>
            </Box>
          ))}
        </Box>
        {restants > 0 && (
          <Typography variant="body2" sx={{ mt: 1 }}>
            {compter(restants, 'autre courriel n’est pas montré', 'autres courriels ne sont pas montrés')}.
          </Typography>
        )}
        {peut && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
            <Button type="submit" name="intent" value="choisis" size="small" variant="outlined" disabled={busy}>
              Renvoyer les courriels cochés
            </Button>
            <Button size="small" onClick={toutCocher}>
              Tout cocher ou décocher
            </Button>
          </Box>
        )}
      </Formulaire>
      {peut && (
        <Formulaire envoi={tous}>
          <input type="hidden" name="cause" value={cause} />
          <input type="hidden" name="vu" value={vu} />
          <Button type="submit" name="intent" value="cause" size="small" disabled={busy}>
            Renvoyer tout{'\u00a0'}: {compter(nombre, 'courriel')}
          </Button>
        </Formulaire>
      )}
    </Box>
  )
}

const LIGNE = {
  display: 'grid',
  gridTemplateColumns: { xs: 'auto 1fr', md: 'auto minmax(200px, 2fr) 3fr 130px' },
  columnGap: 1.5,
  rowGap: 0.25,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
  fontSize: '0.875rem',
  overflowWrap: 'anywhere',
  alignItems: 'start',
  '& > :nth-of-type(n+2)': { gridColumn: { xs: 2, md: 'auto' } },
} as const
