import { Box, Button } from '@mui/material'
import { useActionData } from '@remix-run/react'
import { useRef } from 'react'
import { Retour } from '#ui/kit/acte/retour'
import { CompteChamps } from '#ui/acces/compte-champs'
import { LienDonne } from '#ui/acces/lien-donne'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Invite = Reponse<{ lien: string; a: string }>

/** Opens an account for somebody: the link by which they choose their password is shown, to be handed over. */
export function CompteInviter() {
  const envoi = useEnvoi<Invite>({ nom: 'invitation', objet: 'nouveau' })
  const sansScript = useActionData<Invite>()
  const reponse = envoi.data ?? sansScript
  const form = useRef<HTMLFormElement>(null)
  useALaReponse(envoi.data, ({ lien }) => lien && form.current?.reset())
  return (
    <Box component="section" aria-label="Inviter quelqu’un" sx={{ maxWidth: 640, mb: 3 }}>
      <LienDonne lien={reponse?.lien} a={reponse?.a ?? ''} />
      <Box component="details" open={Boolean(sansScript)} sx={{ '& summary': { cursor: 'pointer', py: 0.5 } }}>
        <summary>Inviter quelqu’un</summary>
        <Formulaire envoi={envoi} ref={form} noValidate aria-label="Inviter quelqu’un">
          <Box sx={{ display: 'grid', gap: 1.5, py: 1 }}>
            <FormErreur reponse={reponse} champs={['prenom', 'nom', 'courriel', 'role']} />
            <CompteChamps champs={['prenom', 'nom', 'courriel', 'role']} valeurs={{}} reponse={reponse} />
            <Box>
              <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
                Créer le compte
              </Button>
              <Retour de="creerAgent" />
            </Box>
          </Box>
        </Formulaire>
      </Box>
    </Box>
  )
}
