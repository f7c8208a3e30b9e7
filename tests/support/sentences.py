# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same few sentences in every language, by which the voices are measured: 41 words in English."""

SENTENCES = {
    "en": "Welcome. This machine helps you with the services of your town. You can write a form here, send it, and "
    "take a paper with your number. Press any key to begin. Your answers are forgotten when you finish your visit "
    "here today.",
    "es": "Bienvenido. Esta máquina le ayuda con los servicios de su municipio. Aquí puede rellenar un formulario, "
    "enviarlo y llevarse un papel con su número. Pulse cualquier tecla para empezar. Sus respuestas se olvidan "
    "cuando usted termina su visita de hoy.",
    "ar": "أهلًا بك. يساعدك هذا الجهاز في خدمات بلدتك. يمكنك هنا ملء استمارة وإرسالها وأخذ ورقة عليها رقمك. اضغط أي "
    "مفتاح لكي تبدأ. تُنسى إجاباتك كلها عندما تنهي زيارتك اليوم.",
    "zh-Hans": "欢迎您。这台机器帮您办理本镇的服务。您可以在这里填写表格，发送出去，再拿一张写着号码的纸。"
    "请按任意键开始。您结束以后，机器会忘掉您的回答。",
    "fr": "Bienvenue. Cette machine vous aide pour les services de votre commune. Vous pouvez remplir ici un "
    "formulaire, l’envoyer et emporter un papier avec votre numéro. Appuyez sur une touche pour "
    "commencer. Vos réponses sont oubliées quand vous terminez votre visite d’aujourd’hui.",
    "pt": "Boas-vindas. Esta máquina ajuda nos serviços do seu município. Aqui pode preencher um formulário, "
    "enviá-lo e levar um papel com o seu número. Prima qualquer tecla para começar. As suas respostas "
    "são esquecidas quando terminar a sua visita de hoje.",
    "ru": "Добро пожаловать. Эта машина поможет вам получить услуги вашего города. Здесь можно заполнить "
    "форму, отправить её и взять бумагу с вашим номером. Нажмите любую клавишу, чтобы начать. Ваши "
    "ответы будут забыты, когда вы закончите сегодняшний визит.",
    "uk": "Ласкаво просимо. Ця машина допоможе вам отримати послуги вашого міста. Тут можна заповнити форму, "
    "надіслати її та взяти папір із вашим номером. Натисніть будь-яку клавішу, щоб почати. Ваші "
    "відповіді буде забуто, коли ви завершите сьогоднішній візит.",
    "fa": "خوش آمدید. این دستگاه در خدمات شهر به شما کمک می‌کند. اینجا می‌توانید فرمی را پر کنید، بفرستید و "
    "کاغذی با شماره خود بگیرید. برای شروع یک کلید را فشار دهید. پاسخ‌های شما پس از پایان کار فراموش "
    "می‌شود.",
    "hi": "स्वागत है। यह मशीन आपके नगर की सेवाओं में आपकी मदद करती है। यहाँ आप एक फ़ॉर्म भर सकते हैं, उसे भेज "
    "सकते हैं और अपने नंबर वाला काग़ज़ ले सकते हैं। शुरू करने के लिए कोई भी बटन दबाइए। आपका काम पूरा "
    "होने पर आपके जवाब भुला दिए जाते हैं।",
    "vi": "Xin chào quý vị. Máy này giúp quý vị với các dịch vụ của thị trấn. Ở đây quý vị có thể điền đơn, "
    "gửi đơn và lấy một tờ giấy có số của mình. Hãy bấm một phím bất kỳ để bắt đầu. Câu trả lời sẽ được "
    "quên khi quý vị kết thúc.",
    "zh-Hant": "歡迎您。這台機器幫您辦理本鎮的服務。您可以在這裡填寫表格，發送出去，再拿一張寫著號碼的紙。請按任"
    "意鍵開始。您結束以後，機器會忘掉您的回答。",
    "ja": "ようこそ。この機械は、町のサービスをお手伝いします。ここで申込みを書いて、送り、番号の紙をもらえます。"
    "始めるには、どれかキーを押してください。終わると、答えは忘れられます。",
    "ko": "어서 오십시오. 이 기계는 우리 시의 서비스를 도와 드립니다. 여기에서 양식을 "
    "쓰고 보내고 번호가 적힌 종이를 가져가실 수 있습니다. 시작하려면 아무 키나 "
    "누르십시오. 마치시면 "
    "답은 지워집니다.",
}
