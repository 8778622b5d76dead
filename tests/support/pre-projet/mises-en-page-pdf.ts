import { PDFDocument, StandardFonts } from 'pdf-lib'
import { unPdf, type MotPlace } from '#support/documents'
import { couperLong, paires, win, type MiseEnPage, type Produit } from '#support/pre-projet/mise-en-page'

const couperA = (texte: string, max: number): string[] => couperLong(win(texte), max)

const pdf = async (mots: MotPlace[]): Promise<Produit> => ({ nom: 'fiche.pdf', contenu: await unPdf(mots) })

export const PDF: Record<string, MiseEnPage> = {
  'PDF, label left, value right': (rs) => {
    let y = 800
    return pdf(
      rs.flatMap((r) => {
        const lignes = couperA(r.valeur, 55)
        const haut = y
        y -= 12 * Math.max(lignes.length, couperA(r.libelle, 38).length) + 10
        return [
          ...couperA(r.libelle, 38).map((texte, i) => ({ texte, x: 40, y: haut - 12 * i, gras: true })),
          ...lignes.map((texte, i) => ({ texte, x: 260, y: haut - 12 * i })),
        ]
      }),
    )
  },
  'PDF, label : value': (rs) => {
    let y = 800
    return pdf(
      rs.flatMap((r) => {
        const lignes = couperA(`${r.libelle} : ${r.valeur}`, 95)
        const haut = y
        y -= 12 * lignes.length + 6
        return lignes.map((texte, i) => ({ texte, x: 40, y: haut - 12 * i }))
      }),
    )
  },
  'PDF, label above value': (rs) => {
    let y = 815
    return pdf(
      rs.flatMap((r) => {
        const lignes = couperA(r.valeur, 95)
        const haut = y
        y -= 12 * lignes.length + 26
        return [
          { texte: win(r.libelle), x: 40, y: haut, gras: true },
          ...lignes.map((texte, i) => ({ texte, x: 40, y: haut - 14 - 12 * i })),
        ]
      }),
    )
  },
  'PDF, two columns, label above value': (rs) => {
    let y = 815
    return pdf(
      paires(rs).flatMap(([a, b]) => {
        const deux = [a, ...(b ? [b] : [])]
        const haut = y
        y -= 12 * Math.max(...deux.map((r) => couperA(r.valeur, 46).length)) + 30
        return deux.flatMap((r, colonne) => [
          { texte: win(r.libelle), x: 40 + colonne * 270, y: haut, gras: true },
          ...couperA(r.valeur, 46).map((texte, i) => ({ texte, x: 40 + colonne * 270, y: haut - 14 - 12 * i })),
        ])
      }),
    )
  },
  'PDF, two columns, label : value': (rs) => {
    const moitie = Math.ceil(rs.length / 2)
    return pdf(
      [rs.slice(0, moitie), rs.slice(moitie)].flatMap((colonne, c) => {
        let y = 800
        return colonne.flatMap((r) => {
          const lignes = couperA(`${r.libelle} : ${r.valeur}`, 48)
          const haut = y
          y -= 12 * lignes.length + 8
          return lignes.map((texte, i) => ({ texte, x: 40 + c * 280, y: haut - 12 * i }))
        })
      }),
    )
  },
  'PDF form, telling names': async (rs) => {
    const document = await PDFDocument.create()
    const page = document.addPage([595, 842])
    rs.forEach((r, i) => {
      const champ = document.getForm().createTextField(win(r.libelle).replace(/\./g, ''))
      champ.setText(win(r.valeur))
      champ.addToPage(page, { x: 260, y: 790 - i * 30, width: 280, height: 18 })
    })
    return { nom: 'fiche.pdf', contenu: Buffer.from(await document.save()) }
  },
  'PDF form, mute names, choices and boxes': async (rs) => {
    const document = await PDFDocument.create()
    const police = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([595, 842])
    const form = document.getForm()
    rs.forEach((r, i) => {
      const y = 790 - i * 34
      page.drawText(win(r.libelle), { x: 40, y, size: 10, font: police })
      if (r.question === 'genre') {
        const choix = ['Particulier', win(r.valeur), 'Syndicat mixte']
        choix.forEach((mot, k) => {
          const boite = form.createCheckBox(`Case${i}_${k}`)
          if (k === 1) boite.check()
          boite.addToPage(page, { x: 260 + k * 120, y: y - 2, width: 11, height: 11 })
          page.drawText(mot, { x: 275 + k * 120, y, size: 9, font: police })
        })
      } else if (r.question === 'pays') {
        const liste = form.createDropdown(`Liste${i}`)
        liste.addOptions(['Choisir', win(r.valeur)])
        liste.select(win(r.valeur))
        liste.addToPage(page, { x: 260, y: y - 5, width: 280, height: 18 })
      } else {
        const champ = form.createTextField(`Texte${i + 1}`)
        champ.setText(win(r.valeur))
        champ.addToPage(page, { x: 260, y: y - 5, width: 280, height: 18 })
      }
    })
    return { nom: 'fiche.pdf', contenu: Buffer.from(await document.save()) }
  },
}
