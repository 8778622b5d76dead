import { Box, Button } from '@mui/material'
import { CANAUX } from '#domain/dossier/souhait'
import { LIBELLE_CANAL } from '#libelles/deverrouillage'
import { Retour } from '#ui/kit/acte/retour'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Coche, Coches } from '#ui/kit/formulaire/coche'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { adresse: string; version: number; maintenant: string; fermer: () => void }

/** Who asked to be let back in, how, when and in which words. */
export function NoterSouhait({ adresse, version, maintenant, fermer }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'demandeDeModification', objet: adresse })
  const busy = envoi.state !== 'idle'
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={`${adresse}/souhaits`}
      aria-label="Noter une demande de modification"
      sx={{ display: 'grid', gap: 2, maxWidth: 640, mt: 1 }}
    >
      <input type="hidden" name="version" value={version} />
      <Coches titre={'Comment la demande est-elle arrivée\u00a0?'}>
        {CANAUX.map((canal) => (
          <Coche
            key={canal}
            type="radio"
            name="canal"
            value={canal}
            label={LIBELLE_CANAL[canal]}
            defaultChecked={canal === 'TELEPHONE'}
          />
        ))}
      </Coches>
      <ChampTexte name="demandeur" label="Qui demande" autoComplete="off" required />
      <ChampDate name="recueLe" heure label="Reçue le" defaultValue={maintenant} sx={{ maxWidth: 320 }} />
      <ChampTexte name="texte" label="Ce qui est demandé, avec ses mots" multiline minRows={3} required />
      <FormErreur reponse={envoi.data} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" name="intent" value="noter" aria-disabled={busy}>
          Noter la demande
        </Button>
        <Button onClick={fermer}>Revenir</Button>
      </Box>
      <Retour de="recevoirDemandeDeverrouillage" />
    </Box>
  )
}
