import { Box, Button } from '@mui/material'
import { useEffect } from 'react'
import type { Etiquette } from '#domain/etiquette/etiquette'
import { ChipEtiquette } from '#ui/etiquette/chip-etiquette'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { adresse: string; version: number; posees: readonly Etiquette[]; fermer: () => void }

/** Which étiquettes of its campagne a dossier has: a box each. */
export function EtiquettesChoisies({ adresse, version, posees, fermer }: Props) {
  const action = `${adresse}/etiquettes`
  const { load, data } = useLecture<{ offertes: Etiquette[] }>()
  const envoi = useEnvoi<Reponse>({ nom: 'etiquettes', objet: adresse })
  useEffect(() => load(action), [load, action])
  const offertes = data?.offertes
  if (!offertes) return null
  const deja = new Set(posees.map(({ id }) => id))
  const toutes = [...offertes, ...posees.filter(({ id }) => !offertes.some((une) => une.id === id))]
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={action}
      aria-label="Étiquettes du dossier"
      sx={{ flexBasis: '100%' }}
    >
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="version" value={version} />
      {toutes.length === 0 ? (
        <p>Cette campagne n’a pas d’étiquette{'\u00a0'}: un responsable en ajoute dans sa page, onglet Étiquettes.</p>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          {toutes.map((une) => (
            <Box
              component="label"
              key={une.id}
              sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', py: 0.5 }}
            >
              <input type="checkbox" name="etiquettes" value={une.id} defaultChecked={deja.has(une.id)} />
              <ChipEtiquette nom={une.nom} couleur={une.couleur} />
            </Box>
          ))}
          <Button type="submit" size="small" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer
          </Button>
          <Button size="small" onClick={fermer}>
            Fermer
          </Button>
        </Box>
      )}
    </Box>
  )
}
