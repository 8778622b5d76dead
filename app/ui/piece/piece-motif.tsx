import { Box, Button } from '@mui/material'
import { useParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { motifsDe } from '#domain/piece/piece'
import { nomDeMotif } from '#libelles/piece/piece'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { useDire } from '#ui/kit/acte/dire'
import { estRefusee, FormErreur } from '#ui/kit/formulaire/form-erreur'
import { champsVises, type Ligne } from '#ui/piece/piece-ligne'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { useFileDActes } from '#ui/kit/acte/file-d-actes'
import { motDuVerdict, objetDe, type ReponseVerdict } from '#ui/piece/verdict'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { TexteChoix } from '#ui/texte-type/texte-choix'

type Props = {
  adresse: string
  controle: 'NON_CONFORME' | 'SANS_OBJET'
  ligne: Ligne
  fermer: () => void
  onJuge: () => void
}

const VERBE = { NON_CONFORME: 'Marquer non conforme', SANS_OBJET: 'Marquer sans objet' } as const

/** Why a pièce is refused or not asked for: a reason its campagne offers, the one it already bears, and words where it does not say enough. */
export function PieceMotif({ adresse, controle, ligne, fermer, onJuge }: Props) {
  const dire = useDire()
  const { numero = '' } = useParams()
  const { apprendre } = useFileDActes()
  const envoi = useEnvoi<ReponseVerdict>({ nom: 'motifControle', objet: objetDe(adresse, ligne) })
  const busy = envoi.state !== 'idle'
  const premier = useRef<HTMLSelectElement>(null)
  const refuse = estRefusee(envoi.data)
  const ici = ligne.piece?.controle === controle ? ligne.piece : null
  const offerts: readonly string[] = controle === 'NON_CONFORME' ? ligne.motifs : motifsDe(controle)
  const motifs = ici?.motif && !offerts.includes(ici.motif) ? [...offerts, ici.motif] : offerts
  useEffect(() => premier.current?.focus(), [])
  useALaReponse(envoi.data ?? undefined, (reponse) => {
    if (sortDe(reponse) !== 'FAIT') return
    if (ligne.piece && reponse.version !== undefined)
      apprendre(objetDe(adresse, ligne), ligne.piece.version, reponse.version)
    dire(motDuVerdict(adresse, ligne, controle, reponse))
    onJuge()
  })
  return (
    <Formulaire
      envoi={envoi}
      action={`${adresse}/pieces`}
      aria-label={VERBE[controle]}
      onKeyDown={(event) => event.key === 'Escape' && fermer()}
    >
      {Object.entries({ intent: 'controler', controle, ...champsVises(ligne) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErreur id="erreur-motif" reponse={envoi.data} />
      <TexteChoix usage="NON_CONFORMITE" sur={{ numero }} vers="precision" />
      <Box
        sx={{
          display: 'flex',
          flexDirection: { xs: 'column', sm: 'row' },
          gap: 1,
          mt: 1.5,
          alignItems: { sm: 'flex-start' },
        }}
      >
        <ChampChoix
          name="motif"
          label="Motif"
          defaultValue={ici?.motif ?? ''}
          required
          inputRef={premier}
          error={refuse}
          html={{ 'aria-describedby': refuse ? 'erreur-motif' : undefined }}
          sx={{ maxWidth: { sm: 280 } }}
        >
          <RienDeChoisi />
          {motifs.map((motif) => (
            <option key={motif} value={motif}>
              {nomDeMotif(motif)}
            </option>
          ))}
        </ChampChoix>
        <ChampTexte name="precision" label="Précision" defaultValue={ici?.precision ?? ''} html={{ maxLength: 1000 }} />
        <Button type="submit" variant="contained" disabled={busy} sx={{ flexShrink: 0 }}>
          {VERBE[controle]}
        </Button>
        <Button onClick={fermer} sx={{ flexShrink: 0 }}>
          Abandonner
        </Button>
      </Box>
    </Formulaire>
  )
}
