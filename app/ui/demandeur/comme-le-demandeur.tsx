import { Alert, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { PageVue } from '#domain/demandeur/vue-du-demandeur'
import { MINUTES_DE_VUE } from '#domain/demandeur/vue-du-demandeur'
import { compter } from '#domain/nombre'
import { LIBELLE_PAGE_VUE } from '#libelles/demandeur/vue-du-demandeur'
import { type PageDuDemandeur, PageRegardee } from '#ui/demandeur/page-regardee'
import { PagesDuDemandeur } from '#ui/demandeur/pages-du-demandeur'
import commun from '#ui/extranet/extranet.module.css'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = PageDuDemandeur & {
  numero: string | null
  objet: string
  /** False until the officer opens this page. */
  ouverte: boolean
}

/** What the structure of a dossier sees of it, for an officer, one page at a time: nothing there is sent. */
export function CommeLeDemandeur({ numero, objet, ouverte, ...vue }: Props) {
  const { adresse, page } = vue
  const retour = (
    <MuiLink component={Link} to={adresse} underline="always">
      Retour au dossier {numero}
    </MuiLink>
  )
  const pages = <PagesDuDemandeur adresse={adresse} page={page} />
  if (!ouverte)
    return (
      <>
        <Typography variant="h1">Voir comme le demandeur</Typography>
        {pages}
        <AOuvrir page={page} titre={`${numero ?? 'Dossier'} · ${objet}`} adresse={adresse} />
        {retour}
      </>
    )
  return (
    <>
      <Alert severity="info" role="note" sx={{ mb: 2 }}>
        <strong>Vue du demandeur, en lecture seule.</strong> C’est ce qu’un représentant légal de la structure lit
        aujourd’hui{'\u00a0'}: rien ne s’y envoie, et les liens ne mènent qu’à ce qui se montre ici. {retour}
      </Alert>
      {pages}
      <div className={`${commun.large} ${commun.contenu}`}>
        <PageRegardee {...vue} />
      </div>
    </>
  )
}

function AOuvrir({ page, titre, adresse }: { page: PageVue; titre: string; adresse: string }) {
  const envoi = useEnvoi({ nom: 'vueDuDemandeur', objet: `${adresse} ${page}` })
  return (
    <>
      <Typography sx={{ mt: 1 }}>{titre}</Typography>
      <Typography sx={{ mt: 1 }}>
        La page «{'\u00a0'}
        {LIBELLE_PAGE_VUE[page]}
        {'\u00a0'}» montre ce que la structure lit, en lecture seule, pendant {compter(MINUTES_DE_VUE, 'minute')}. Le
        journal du dossier dit que vous l’avez ouverte.
      </Typography>
      <Formulaire envoi={envoi} aria-label="Ouvrir la vue du demandeur" style={{ margin: '16px 0' }}>
        <Retour de="voirCommeLeDemandeur" />
        <input type="hidden" name="page" value={page} />
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Ouvrir la vue du demandeur
        </Button>
      </Formulaire>
    </>
  )
}
