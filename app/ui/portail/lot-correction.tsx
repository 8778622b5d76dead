import { Box, Button } from '@mui/material'
import { useState } from 'react'
import type { Faute } from '#domain/portail/correction'
import { Retour } from '#ui/kit/acte/retour'
import { ChampDate } from '#ui/kit/date/champ-date'
import { Coche } from '#ui/kit/formulaire/coche'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { lot: { id: string; version: number }; ligne: { id: string; ligne: number | null }; fautes: Faute[] }

/** The cells for which a line was rejected, to be typed as they should be: the line is then imported as if the listing said so. */
export function LotCorrection({ lot, ligne, fautes }: Props) {
  const [ouverte, setOuverte] = useState(false)
  const nom = `la ligne ${ligne.ligne ?? ''}`
  if (!ouverte)
    return (
      <Button size="small" onClick={() => setOuverte(true)} sx={{ ml: -0.5 }} aria-label={`Corriger ${nom}`}>
        Corriger
      </Button>
    )
  return <Correction {...{ lot, ligne, fautes, nom }} fermer={() => setOuverte(false)} />
}

function Correction({ lot, ligne, fautes, nom, fermer }: Props & { nom: string; fermer: () => void }) {
  const envoi = useEnvoi<Reponse>({ nom: 'ligneRejetee', objet: ligne.id })
  const form = useFoyerDuRefus(envoi.data)
  return (
    <Formulaire
      envoi={envoi}
      ref={form}
      action={`/importer/${lot.id}/lignes/${ligne.id}`}
      aria-label={`Corriger ${nom}`}
    >
      <input type="hidden" name="version" value={lot.version} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 560, mt: 1.5, mb: 1 }}>
        <FormErreur reponse={envoi.data} champs={fautes.map(({ champ }) => champ)} />
        {fautes.map(({ champ, colonne, valeur, motif }) => {
          const refus = erreurDe(envoi.data, champ)
          const Saisie = champ === 'deposeLe' ? ChampDate : ChampTexte
          return (
            <Saisie
              key={champ}
              name={champ}
              label={colonne}
              defaultValue={valeur}
              error={Boolean(refus)}
              helperText={refus ?? motif}
            />
          )
        })}
        <Coche name="courriels" value="on" label="Envoyer l’accusé de réception, si cette demande en appelle un" />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="outlined" size="small" disabled={envoi.state !== 'idle'}>
            Reprendre la ligne
          </Button>
          <Button size="small" onClick={fermer}>
            Revenir
          </Button>
        </Box>
        <Retour de="corrigerLigne" />
      </Box>
    </Formulaire>
  )
}
