import { getFormProps, useForm } from '@conform-to/react'
import { Box, Button } from '@mui/material'
import { useActionData } from '@remix-run/react'
import { TYPES_DE_CAMPAGNE } from '#domain/rapport/rapport'
import { LIBELLE_TYPE_RAPPORT } from '#libelles/rapport'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { FormSelectField } from '#ui/kit/formulaire/form-select-field'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type DemandeDeRapport = { type: string; campagne: string }

/** Which rapport, of which campagne; the newest campagne is already chosen. */
export function RapportForm({ campagnes }: { campagnes: readonly { code: string; libelle: string }[] }) {
  const envoi = useEnvoi<Reponse>({ nom: 'rapport', objet: 'nouveau' })
  const busy = envoi.state !== 'idle'
  const refusee = useActionData<Reponse>()
  const reponse = envoi.data ?? refusee
  const [form, fields] = useForm<DemandeDeRapport>({
    id: 'demande-rapport',
    lastResult: reponse?.soumission ?? null,
    defaultValue: { type: TYPES_DE_CAMPAGNE[0], campagne: campagnes[0]?.code ?? '' },
  })
  return (
    <Formulaire envoi={envoi} {...getFormProps(form)}>
      <FormErreur id={form.errorId} reponse={reponse} champs={['type', 'campagne']} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 3, pt: 1 }}>
        <Box sx={{ width: { xs: '100%', sm: 240 } }}>
          <FormSelectField
            field={fields.type}
            label="Rapport"
            options={TYPES_DE_CAMPAGNE.map((type) => [type, LIBELLE_TYPE_RAPPORT[type]] as const)}
          />
        </Box>
        <Box sx={{ width: { xs: '100%', sm: 360 } }}>
          <FormSelectField
            field={fields.campagne}
            label="Campagne"
            options={campagnes.map(({ code, libelle }) => [code, `${code} · ${libelle}`] as const)}
          />
        </Box>
        <Button type="submit" variant="contained" disabled={busy || campagnes.length === 0} sx={{ minHeight: 40 }}>
          Demander le rapport
        </Button>
      </Box>
    </Formulaire>
  )
}
