import { Alert, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { MINUTES_DE_VUE } from '#domain/demandeur/vue-du-demandeur'
import { compter } from '#domain/nombre'
import { DossierSuivi } from '#ui/extranet/dossier-suivi/dossier-suivi'
import { EnLectureSeule } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { Suivi } from '#ui/extranet/dossier-suivi/suivi'
import commun from '#ui/extranet/extranet.module.css'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  /** Address of the dossier. */
  adresse: string
  numero: string | null
  objet: string
  /** Null until the officer opens it. */
  suivi: Suivi | null
}

/** What the structure of a dossier sees of it, for an officer: nothing there is sent, and nothing leads anywhere. */
export function CommeLeDemandeur({ adresse, numero, objet, suivi }: Props) {
  const retour = (
    <MuiLink component={Link} to={adresse} underline="always">
      Retour au dossier {numero}
    </MuiLink>
  )
  if (!suivi) return <AOuvrir adresse={adresse} titre={`${numero ?? 'Dossier'} · ${objet}`} retour={retour} />
  return (
    <>
      <Alert severity="info" role="note" sx={{ mb: 2 }}>
        <strong>Vue du demandeur, en lecture seule.</strong> C’est ce qu’un représentant légal de la structure lit
        aujourd’hui{'\u00a0'}: rien ne s’y envoie, et les liens n’y mènent nulle part. {retour}
      </Alert>
      <div className={`${commun.large} ${commun.contenu}`}>
        <EnLectureSeule>
          <DossierSuivi suivi={suivi} recue={undefined} />
        </EnLectureSeule>
      </div>
    </>
  )
}

function AOuvrir({ adresse, titre, retour }: { adresse: string; titre: string; retour: React.ReactNode }) {
  const envoi = useEnvoi({ nom: 'vueDuDemandeur', objet: adresse })
  return (
    <>
      <Typography variant="h1">Voir comme le demandeur</Typography>
      <Typography sx={{ mt: 1 }}>{titre}</Typography>
      <Typography sx={{ mt: 1 }}>
        La page suivante montre ce que la structure lit de son dossier, en lecture seule, pendant{' '}
        {compter(MINUTES_DE_VUE, 'minute')}. Le journal du dossier dit que vous l’avez ouverte.
      </Typography>
      <Formulaire envoi={envoi} aria-label="Ouvrir la vue du demandeur" style={{ margin: '16px 0' }}>
        <Retour de="voirCommeLeDemandeur" />
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Ouvrir la vue du demandeur
        </Button>
      </Formulaire>
      {retour}
    </>
  )
}
